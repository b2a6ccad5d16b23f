// database/sql as CockroachDB met it: rows that are not read to their end wait for the context, and
// the query's context is never cancelled.
package main

import (
	"context"
	"fmt"
	"sync"
)

type driverRows interface {
	next() (int, bool)
	close()
}

type memoryRows struct {
	values []int
	closed bool
}

func (r *memoryRows) next() (int, bool) {
	if r.closed || len(r.values) == 0 {
		return 0, false
	}
	v := r.values[0]
	r.values = r.values[1:]
	return v, true
}

func (r *memoryRows) close() { r.closed = true }

type rows struct {
	closemu sync.RWMutex
	rowsi   driverRows
	cancel  context.CancelFunc
}

func (r *rows) initContextClose(ctx context.Context) {
	ctx, r.cancel = context.WithCancel(ctx)
	go r.awaitDone(ctx)
}

func (r *rows) awaitDone(ctx context.Context) {
	<-ctx.Done()
	r.closemu.Lock()
	r.rowsi.close()
	r.closemu.Unlock()
}

func (r *rows) next() (int, bool) {
	r.closemu.RLock()
	defer r.closemu.RUnlock()
	return r.rowsi.next()
}

func (r *rows) close() {
	if r.cancel != nil {
		r.cancel()
	}
}

type db struct{ table []int }

func (d *db) query(ctx context.Context) *rows {
	r := &rows{rowsi: &memoryRows{values: d.table}}
	r.initContextClose(ctx)
	return r
}

func firstRow(d *db) (int, error) {
	r := d.query(context.Background())
	defer r.close()
	v, ok := r.next()
	if !ok {
		return 0, fmt.Errorf("no rows")
	}
	return v, nil
}

func main() {
	v, err := firstRow(&db{table: []int{4, 5, 6}})
	fmt.Println(v, err)
}
