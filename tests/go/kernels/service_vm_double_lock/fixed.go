// Docker's service VM on Windows: adding a disk locks the VM, and the method it calls for the disk
// locks it too.
package main

import (
	"fmt"
	"sync"
)

type serviceVM struct {
	sync.Mutex
	attached map[string]int
}

func (vm *serviceVM) hotAddVHDsAtStart(disks ...string) error {
	for _, disk := range disks {
		vm.Lock()
		if n, ok := vm.attached[disk]; ok {
			vm.attached[disk] = n + 1
			vm.Unlock()
			continue
		}
		if err := vm.hotAdd(disk); err != nil {
			vm.Unlock()
			return err
		}
		vm.Unlock()
	}
	return nil
}

func (vm *serviceVM) hotAdd(disk string) error {
	if disk == "" {
		return fmt.Errorf("no disk")
	}
	vm.attached[disk] = 1
	return nil
}

func start(vm *serviceVM) <-chan error {
	result := make(chan error, 1)
	go func() {
		result <- vm.hotAddVHDsAtStart("layer", "scratch", "layer")
	}()
	return result
}

func main() {
	vm := &serviceVM{attached: make(map[string]int)}
	result := start(vm)
	select {
	case err := <-result:
		fmt.Println("attached", err)
	default:
		fmt.Println("still starting")
	}
}
