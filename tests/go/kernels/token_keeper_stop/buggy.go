// etcd's token keeper: adding a token under the store's lock sends to the keeper's loop, and the
// loop's tick deletes tokens under the same lock.
package main

import (
	"fmt"
	"sync"
	"time"
)

type tokenKeeper struct {
	tokens       map[string]time.Time
	addToken     chan string
	stopCh       chan chan struct{}
	deleteToken  func(token string)
	simpleTTL    time.Duration
	tickInterval time.Duration
}

func (tk *tokenKeeper) run() {
	ticker := time.NewTicker(tk.tickInterval)
	defer ticker.Stop()
	for {
		select {
		case t := <-tk.addToken:
			tk.tokens[t] = time.Now().Add(tk.simpleTTL)
		case <-ticker.C:
			now := time.Now()
			for t, end := range tk.tokens {
				if now.After(end) {
					tk.deleteToken(t)
					delete(tk.tokens, t)
				}
			}
		case done := <-tk.stopCh:
			close(done)
			return
		}
	}
}

type authStore struct {
	simpleTokensMu sync.RWMutex
	simpleTokens   map[string]string
	keeper         *tokenKeeper
}

func newAuthStore() *authStore {
	as := &authStore{simpleTokens: make(map[string]string)}
	as.keeper = &tokenKeeper{
		tokens:       make(map[string]time.Time),
		addToken:     make(chan string),
		stopCh:       make(chan chan struct{}),
		simpleTTL:    15 * time.Millisecond,
		tickInterval: 10 * time.Millisecond,
		deleteToken: func(token string) {
			as.simpleTokensMu.Lock() // BUG leaked "sync.Mutex.Lock"
			delete(as.simpleTokens, token)
			as.simpleTokensMu.Unlock()
		},
	}
	go as.keeper.run()
	return as
}

func (as *authStore) assign(user, token string) {
	as.simpleTokensMu.Lock()
	as.simpleTokens[token] = user
	as.keeper.addToken <- token // BUG leaked "chan send"
	as.simpleTokensMu.Unlock()
}

func (as *authStore) close() {
	done := make(chan struct{})
	as.keeper.stopCh <- done
	<-done
}

func main() {
	as := newAuthStore()
	as.assign("root", "t1")
	time.Sleep(20 * time.Millisecond)
	as.assign("alice", "t2")
	as.close()
	fmt.Println("closed")
}
