// Docker's plugin store: a request waits for its plugin on a condition; a plugin that could not be
// activated is stored and nobody is told.
package main

import (
	"errors"
	"fmt"
	"sync"
)

var errNotFound = errors.New("plugin not found")

type pluginClient interface {
	activate(name string) error
}

type socketClient struct{ broken bool }

func (c socketClient) activate(name string) error {
	if c.broken {
		return fmt.Errorf("dial %s.sock: no such file", name)
	}
	return nil
}

type plugin struct {
	name         string
	client       pluginClient
	activateWait *sync.Cond
	activated    bool
	activateErr  error
}

func newPlugin(name string, client pluginClient) *plugin {
	return &plugin{name: name, client: client, activateWait: sync.NewCond(&sync.Mutex{})}
}

func (p *plugin) activate() error {
	err := p.client.activate(p.name)
	p.activateWait.L.Lock()
	p.activated = err == nil
	p.activateErr = err
	p.activateWait.L.Unlock()
	p.activateWait.Broadcast()
	return err
}

func (p *plugin) waitActive() error {
	p.activateWait.L.Lock()
	for !p.activated && p.activateErr == nil {
		p.activateWait.Wait()
	}
	p.activateWait.L.Unlock()
	return p.activateErr
}

type storage struct {
	sync.Mutex
	plugins map[string]*plugin
}

func (s *storage) get(name string) (*plugin, error) {
	s.Lock()
	p, ok := s.plugins[name]
	s.Unlock()
	if !ok {
		return nil, errNotFound
	}
	go func() {
		if p.waitActive() == nil {
			fmt.Println(name, "implements its manifest")
		}
	}()
	return p, p.activate()
}

func main() {
	s := &storage{plugins: make(map[string]*plugin)}
	s.plugins["volume"] = newPlugin("volume", socketClient{broken: true})
	_, err := s.get("volume")
	fmt.Println(err)
}
