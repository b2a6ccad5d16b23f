// Kubernetes' status manager: setting a status sends to the sync loop under the lock, and the sync
// loop takes the lock before it receives the next one.
package main

import (
	"fmt"
	"sync"
)

type podStatus struct {
	pod   string
	phase string
}

type statusManager struct {
	podStatusesLock  sync.RWMutex
	podStatuses      map[string]podStatus
	podStatusChannel chan podStatus
	deleted          []string
}

func newStatusManager() *statusManager {
	return &statusManager{
		podStatuses:      make(map[string]podStatus),
		podStatusChannel: make(chan podStatus, 1),
	}
}

func (s *statusManager) start(n int, done chan<- struct{}) {
	go func() {
		for i := 0; i < n; i++ {
			s.syncBatch()
		}
		close(done)
	}()
}

func (s *statusManager) syncBatch() {
	status := <-s.podStatusChannel
	if status.phase == "Failed" {
		s.deletePodStatus(status.pod)
	}
}

func (s *statusManager) deletePodStatus(pod string) {
	s.podStatusesLock.Lock()
	defer s.podStatusesLock.Unlock()
	delete(s.podStatuses, pod)
	s.deleted = append(s.deleted, pod)
}

func (s *statusManager) setPodStatus(status podStatus) {
	s.podStatusesLock.Lock()
	defer s.podStatusesLock.Unlock()
	if old, found := s.podStatuses[status.pod]; found && old == status {
		return
	}
	s.podStatuses[status.pod] = status
	s.podStatusChannel <- status
}

func main() {
	s := newStatusManager()
	done := make(chan struct{})
	s.start(2, done)
	s.setPodStatus(podStatus{"web", "Failed"})
	s.setPodStatus(podStatus{"db", "Running"})
	<-done
	fmt.Println("deleted", s.deleted)
}
