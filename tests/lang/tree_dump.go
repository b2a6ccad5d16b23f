// Prints what go/parser makes of each file named on standard input, in the form of tree_dump.cc:
// a line "FILE name", then the tree, or a line "REFUSED message".
//
// Empty statements are left out, and what Go 1.19 takes for a tree although it refuses the program
// is left to the compiler: this is about trees.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
)

type dumper struct{ files *token.FileSet }

func main() {
	names := bufio.NewScanner(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for names.Scan() {
		d := dumper{token.NewFileSet()}
		fmt.Fprintln(out, "FILE", names.Text())
		file, err := parser.ParseFile(d.files, names.Text(), nil, parser.SkipObjectResolution)
		if err != nil {
			fmt.Fprintln(out, "REFUSED", strings.ReplaceAll(err.Error(), "\n", " "))
			continue
		}
		fmt.Fprintln(out, "package", d.expr(file.Name))
		for _, decl := range file.Decls {
			fmt.Fprintln(out, d.decl(decl))
		}
	}
}

func (d dumper) at(pos token.Pos) string {
	p := d.files.PositionFor(pos, false)
	return fmt.Sprintf("@%d:%d", p.Line, p.Column)
}

func node(parts ...string) string { return "(" + strings.Join(parts, " ") + ")" }

func (d dumper) node(name string, n ast.Node, parts ...string) string {
	return node(append([]string{name, d.at(n.Pos()), d.at(n.End())}, parts...)...)
}

func (d dumper) start(name string, n ast.Node, parts ...string) string {
	return node(append([]string{name, d.at(n.Pos())}, parts...)...)
}

func (d dumper) exprs(list []ast.Expr) string {
	text := "["
	for _, each := range list {
		text += " " + d.expr(each)
	}
	return text + "]"
}

func (d dumper) fields(list *ast.FieldList) string {
	text := "<"
	if list != nil {
		for _, field := range list.List {
			for _, name := range field.Names {
				text += d.expr(name) + ","
			}
			text += d.expr(field.Type)
			if field.Tag != nil {
				text += field.Tag.Value
			}
			text += ";"
		}
	}
	return text + ">"
}

func (d dumper) signature(f *ast.FuncType) string {
	return d.fields(f.TypeParams) + d.fields(f.Params) + d.fields(f.Results)
}

// The terms of A | B | C.
func terms(x ast.Expr) []ast.Expr {
	if union, ok := x.(*ast.BinaryExpr); ok && union.Op == token.OR {
		return append(terms(union.X), terms(union.Y)...)
	}
	return []ast.Expr{x}
}

func (d dumper) elements(list *ast.FieldList) string {
	text := "{"
	for _, field := range list.List {
		if len(field.Names) > 0 {
			text += d.expr(field.Names[0]) + d.signature(field.Type.(*ast.FuncType))
		} else {
			text += d.exprs(terms(field.Type))
		}
		text += ";"
	}
	return text + "}"
}

func (d dumper) expr(x ast.Expr) string {
	switch x := x.(type) {
	case nil:
		return "nil"
	case *ast.Ident:
		if x == nil {
			return "nil"
		}
		return x.Name + d.at(x.Pos())
	case *ast.BasicLit:
		return x.Value + d.at(x.Pos())
	case *ast.CompositeLit:
		return d.node("CompositeLit", x, d.expr(x.Type), d.exprs(x.Elts))
	case *ast.FuncLit:
		return d.start("FuncLit", x, d.signature(x.Type), d.stmt(x.Body))
	case *ast.ParenExpr:
		return d.node("Paren", x, d.expr(x.X))
	case *ast.SelectorExpr:
		return d.node("Selector", x, d.expr(x.X), d.expr(x.Sel))
	case *ast.IndexExpr:
		return d.node("Index", x, d.expr(x.X), d.exprs([]ast.Expr{x.Index}))
	case *ast.IndexListExpr:
		return d.node("Index", x, d.expr(x.X), d.exprs(x.Indices))
	case *ast.SliceExpr:
		kind := "2"
		if x.Slice3 {
			kind = "3"
		}
		return d.node("Slice", x, d.expr(x.X), d.expr(x.Low), d.expr(x.High), d.expr(x.Max), kind)
	case *ast.TypeAssertExpr:
		return d.node("TypeAssert", x, d.expr(x.X), d.expr(x.Type))
	case *ast.CallExpr:
		dots := ""
		if x.Ellipsis.IsValid() {
			dots = "..."
		}
		return d.node("Call", x, d.expr(x.Fun), d.at(x.Lparen), d.exprs(x.Args), dots, d.at(x.Rparen))
	case *ast.StarExpr:
		return d.node("Star", x, d.expr(x.X))
	case *ast.UnaryExpr:
		return d.node("Unary", x, x.Op.String(), d.expr(x.X))
	case *ast.BinaryExpr:
		return d.node("Binary", x, d.expr(x.X), x.Op.String()+d.at(x.OpPos), d.expr(x.Y))
	case *ast.KeyValueExpr:
		return d.node("KeyValue", x, d.expr(x.Key), d.expr(x.Value))
	case *ast.Ellipsis:
		return d.start("Ellipsis", x, d.expr(x.Elt))
	case *ast.ArrayType:
		return d.start("ArrayType", x, d.expr(x.Len), d.expr(x.Elt))
	case *ast.StructType:
		return d.node("StructType", x, d.fields(x.Fields))
	case *ast.FuncType:
		return d.start("FuncType", x, d.signature(x))
	case *ast.InterfaceType:
		return d.node("InterfaceType", x, d.elements(x.Methods))
	case *ast.MapType:
		return d.start("MapType", x, d.expr(x.Key), d.expr(x.Value))
	case *ast.ChanType:
		direction := map[ast.ChanDir]string{ast.SEND: "send", ast.RECV: "receive"}[x.Dir]
		if direction == "" {
			direction = "both"
		}
		return d.start("ChanType", x, direction, d.expr(x.Value))
	}
	return fmt.Sprintf("%T", x)
}

func (d dumper) stmts(list []ast.Stmt) string {
	text := "{\n"
	for _, each := range list {
		if _, empty := each.(*ast.EmptyStmt); !empty {
			text += d.stmt(each) + "\n"
		}
	}
	return text + "}"
}

func (d dumper) stmt(s ast.Stmt) string {
	switch s := s.(type) {
	case nil:
		return "nil"
	case *ast.EmptyStmt:
		return "Empty"
	case *ast.DeclStmt:
		return d.decl(s.Decl)
	case *ast.LabeledStmt:
		return d.start("Labeled", s, d.expr(s.Label), d.stmt(s.Stmt))
	case *ast.ExprStmt:
		return d.node("Expr", s, d.expr(s.X))
	case *ast.SendStmt:
		return d.node("Send", s, d.expr(s.Chan), d.at(s.Arrow), d.expr(s.Value))
	case *ast.IncDecStmt:
		return d.node("IncDec", s, s.Tok.String(), d.expr(s.X))
	case *ast.AssignStmt:
		return d.node("Assign", s, d.exprs(s.Lhs), s.Tok.String()+d.at(s.TokPos), d.exprs(s.Rhs))
	case *ast.GoStmt:
		return d.node("Go", s, d.expr(s.Call))
	case *ast.DeferStmt:
		return d.node("Defer", s, d.expr(s.Call))
	case *ast.ReturnStmt:
		return d.node("Return", s, d.exprs(s.Results))
	case *ast.BranchStmt:
		return d.node("Branch", s, s.Tok.String(), d.expr(s.Label))
	case *ast.BlockStmt:
		if s == nil {
			return "nil"
		}
		return d.node("Block", s, d.stmts(s.List))
	case *ast.IfStmt:
		return d.node("If", s, d.stmt(s.Init), d.expr(s.Cond), d.stmt(s.Body), d.stmt(s.Else))
	case *ast.CaseClause:
		values := "default"
		if s.List != nil {
			values = d.exprs(s.List)
		}
		return d.start("Case", s, values, d.stmts(s.Body))
	case *ast.SwitchStmt:
		return d.node("Switch", s, d.stmt(s.Init), d.expr(s.Tag), d.stmts(s.Body.List))
	case *ast.TypeSwitchStmt:
		binding, guard := "nil", ast.Expr(nil)
		switch a := s.Assign.(type) {
		case *ast.ExprStmt:
			guard = a.X
		case *ast.AssignStmt:
			binding, guard = d.expr(a.Lhs[0]), a.Rhs[0]
		}
		x := d.expr(guard.(*ast.TypeAssertExpr).X)
		return d.node("TypeSwitch", s, d.stmt(s.Init), binding, x, d.stmts(s.Body.List))
	case *ast.CommClause:
		return d.start("Comm", s, d.stmt(s.Comm), d.stmts(s.Body))
	case *ast.SelectStmt:
		return d.node("Select", s, d.stmts(s.Body.List))
	case *ast.ForStmt:
		return d.node("For", s, d.stmt(s.Init), d.expr(s.Cond), d.stmt(s.Post), d.stmt(s.Body))
	case *ast.RangeStmt:
		op := ""
		if s.Tok != token.ILLEGAL {
			op = s.Tok.String()
		}
		return d.node("Range", s, d.expr(s.Key), d.expr(s.Value), op, d.expr(s.X), d.stmt(s.Body))
	}
	return fmt.Sprintf("%T", s)
}

func (d dumper) decl(decl ast.Decl) string {
	f, ok := decl.(*ast.FuncDecl)
	if ok {
		return d.node("Func", f, d.expr(f.Name), d.fields(f.Recv), d.signature(f.Type), d.stmt(f.Body))
	}
	gen := decl.(*ast.GenDecl)
	text := "(Decl " + d.at(gen.Pos()) + " " + gen.Tok.String() + "\n"
	for i, spec := range gen.Specs {
		text += d.spec(gen.Tok, i, spec) + "\n"
	}
	return text + ")"
}

func (d dumper) spec(tok token.Token, i int, spec ast.Spec) string {
	switch s := spec.(type) {
	case *ast.ImportSpec:
		path, _ := strconv.Unquote(s.Path.Value)
		return d.start("Import", s, d.expr(s.Name), path, d.at(s.Path.Pos()))
	case *ast.ValueSpec:
		names := ""
		for _, name := range s.Names {
			names += d.expr(name) + ","
		}
		iota := 0
		if tok == token.CONST {
			iota = i
		}
		return d.start("Value", s, names, d.expr(s.Type), d.exprs(s.Values), fmt.Sprint(iota))
	case *ast.TypeSpec:
		alias := ""
		if s.Assign.IsValid() {
			alias = "="
		}
		return d.start("Type", s, d.expr(s.Name), d.fields(s.TypeParams), alias, d.expr(s.Type))
	}
	return fmt.Sprintf("%T", spec)
}
