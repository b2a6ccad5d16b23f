// Package tabwriter follows Go's package text/tabwriter, without its escapes and its filter for HTML.
//
//gopark:unsynchronized
package tabwriter

import (
	"io"
	"strings"
	"unicode/utf8"
)

const (
	AlignRight uint = 4 << iota
	DiscardEmptyColumns
	TabIndent
	Debug
)

// cell is a piece of a line; the last of a line, which no tab ends, has no part in a column.
type cell struct {
	text   string
	width  int
	isHtab bool
}

type Writer struct {
	out                         io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint

	text   []byte // of the cell that has begun
	lines  [][]cell
	widths []int // of the columns around, while lines are laid out
	made   strings.Builder
}

func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*w = Writer{out: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	w.lines = [][]cell{nil}
	return w
}

func (w *Writer) endCell(isHtab bool) int {
	last := &w.lines[len(w.lines)-1]
	*last = append(*last, cell{string(w.text), utf8.RuneCount(w.text), isHtab})
	w.text = w.text[:0]
	return len(*last)
}

func (w *Writer) Write(buf []byte) (n int, err error) {
	for i, c := range buf {
		switch c {
		case '\t', '\v':
			w.endCell(c == '\t')
		case '\n', '\f':
			cells := w.endCell(false)
			w.lines = append(w.lines, nil)
			// A line of one cell ends all columns.
			if c == '\f' || cells == 1 {
				if err = w.put(); err != nil {
					return i, err
				}
				if c == '\f' && w.flags&Debug != 0 {
					if _, err = io.WriteString(w.out, "---\n"); err != nil {
						return i, err
					}
				}
			}
		default:
			w.text = append(w.text, c)
		}
	}
	return len(buf), nil
}

func (w *Writer) Flush() error {
	if len(w.text) > 0 {
		w.endCell(false)
	}
	return w.put()
}

// put lays out and writes what there is.
func (w *Writer) put() error {
	w.made.Reset()
	w.layOut(0, len(w.lines))
	w.lines = [][]cell{nil}
	w.text = w.text[:0]
	_, err := io.WriteString(w.out, w.made.String())
	return err
}

// layOut finds the next column's blocks among the lines, each as wide as its widest cell.
func (w *Writer) layOut(from, to int) {
	column := len(w.widths)
	for this := from; this < to; this++ {
		if column >= len(w.lines[this])-1 {
			continue
		}
		w.writeLines(from, this)
		from = this
		width, isEmpty := w.minwidth, true
		for ; this < to && column < len(w.lines[this])-1; this++ {
			c := w.lines[this][column]
			width = max(width, c.width+w.padding)
			isEmpty = isEmpty && c.width == 0 && !c.isHtab
		}
		if isEmpty && w.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		w.widths = append(w.widths, width)
		w.layOut(from, this)
		w.widths = w.widths[:column]
		from = this
	}
	w.writeLines(from, to)
}

func (w *Writer) writeLines(from, to int) {
	for i := from; i < to; i++ {
		useTabs := w.flags&TabIndent != 0
		for j, c := range w.lines[i] {
			if j > 0 && w.flags&Debug != 0 {
				w.made.WriteByte('|')
			}
			if c.text != "" {
				useTabs = false
			}
			padded := j < len(w.widths)
			if c.text != "" && w.flags&AlignRight == 0 {
				w.made.WriteString(c.text)
			}
			if padded {
				w.pad(c.width, w.widths[j], useTabs)
			}
			if c.text != "" && w.flags&AlignRight != 0 {
				w.made.WriteString(c.text)
			}
		}
		if i+1 < len(w.lines) {
			w.made.WriteByte('\n')
		}
	}
}

func (w *Writer) pad(text, width int, useTabs bool) {
	if w.padchar != '\t' && !useTabs {
		w.made.WriteString(strings.Repeat(string(rune(w.padchar)), width-text))
		return
	}
	if w.tabwidth == 0 {
		return
	}
	tabs := (width + w.tabwidth - 1) / w.tabwidth
	w.made.WriteString(strings.Repeat("\t", (tabs*w.tabwidth-text+w.tabwidth-1)/w.tabwidth))
}
