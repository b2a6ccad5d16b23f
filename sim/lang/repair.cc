#include "sim/lang/repair.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "sim/lang/compile_walk.h"
#include "sim/lang/syntax.h"

namespace gopark::lang {

namespace {

bool is_call_of(const Expr* e, std::string_view name) {
  if (e->kind != ExprKind::Call) return false;
  const Expr* fun = as<CallExpr>(e)->fun;
  return fun->kind == ExprKind::Ident && as<Ident>(fun)->name == name;
}

// context.WithCancel(…) and the like.
bool is_call_into(const Expr* e, std::string_view package) {
  if (e->kind != ExprKind::Call) return false;
  const Expr* fun = as<CallExpr>(e)->fun;
  if (fun->kind != ExprKind::Selector) return false;
  const Expr* x = as<SelectorExpr>(fun)->x;
  return x->kind == ExprKind::Ident && as<Ident>(x)->name == package;
}

const ChanTypeExpr* made_channel(const Expr* e) {
  if (!is_call_of(e, "make")) return nullptr;
  const std::vector<Expr*>& args = as<CallExpr>(e)->args;
  if (args.empty() || args[0]->kind != ExprKind::ChanType) return nullptr;
  return as<ChanTypeExpr>(args[0]);
}

// What the repairs are made from, in source order. `body` is the function's that it stands in.
struct Make {
  const CallExpr* call = nullptr;
  std::string name;                 // of the variable it defines; "": none
  const Stmt* statement = nullptr;  // that defines it
  const BlockStmt* body = nullptr;
};
struct In {
  const Stmt* statement = nullptr;
  const BlockStmt* body = nullptr;
};
struct Definition {
  std::string name;
  const Stmt* statement = nullptr;
};

struct End {
  std::string call;                 // "cancel()"
  const Stmt* statement = nullptr;  // after which it is known
};

struct Finds {
  std::vector<Make> makes;
  std::vector<In> returns, ranges;
  std::vector<const SendStmt*> sends;  // that stand alone, not as a case
  std::vector<std::string> contexts;   // variables that hold one
  std::vector<std::string> signals;    // variables that hold a chan struct{}
  std::vector<Definition> objects;     // x := f()
  std::vector<End> ends;               // of what packages of Go gave
  std::vector<std::string> endings;    // methods such as Close
};

void add_once(std::vector<std::string>& names, const std::string& name) {
  if (name != "_" && std::find(names.begin(), names.end(), name) == names.end()) {
    names.push_back(name);
  }
}

class Finder {
 public:
  Finds find(const SourceFile& file) {
    for (const Decl& decl : file.declarations) {
      if (decl.func == nullptr || decl.func->body == nullptr) continue;
      if (!decl.func->receiver.empty()) method(decl.func->name->name);
      function(decl.func->signature, decl.func->body);
    }
    return std::move(finds_);
  }

 private:
  void method(const std::string& name) {
    constexpr std::array<std::string_view, 4> kEndings = {"Close", "Stop", "Cancel", "Shutdown"};
    if (std::find(kEndings.begin(), kEndings.end(), name) != kEndings.end()) {
      add_once(finds_.endings, name);
    }
  }

  void function(const FuncType* signature, const BlockStmt* body) {
    if (signature != nullptr) {
      for (const Field& field : signature->params) parameter(field);
    }
    const BlockStmt* outer = body_;
    body_ = body;
    visit(Node{nullptr, body});
    body_ = outer;
  }

  void parameter(const Field& field) {
    const Expr* type = field.type_expr;
    if (type == nullptr || type->kind != ExprKind::Selector) return;
    const auto* selector = as<SelectorExpr>(type);
    const bool is_context = selector->x->kind == ExprKind::Ident &&
                            as<Ident>(selector->x)->name == "context" &&
                            selector->sel->name == "Context";
    if (!is_context) return;
    for (const Ident* name : field.names) add_once(finds_.contexts, name->name);
  }

  void visit(Node node) {
    if (node.expr != nullptr && node.expr->kind == ExprKind::FuncLit) {
      const auto* literal = as<FuncLit>(node.expr);
      return function(literal->signature, literal->body);
    }
    if (node.expr != nullptr && made_channel(node.expr) != nullptr) {
      make(as<CallExpr>(node.expr));
    }
    if (node.stmt != nullptr) statement(node.stmt);
    for_each_child(node, [this](Node child) { visit(child); });
  }

  void make(const CallExpr* call) {
    for (const Make& known : finds_.makes) {
      if (known.call == call) return;
    }
    finds_.makes.push_back({call, "", nullptr, body_});
  }

  void statement(const Stmt* s) {
    switch (s->kind) {
      case StmtKind::Comm:
        case_ = as<CommClause>(s)->comm;
        break;
      case StmtKind::Send:
        if (s != case_) finds_.sends.push_back(as<SendStmt>(s));
        break;
      case StmtKind::Return:
        finds_.returns.push_back({s, body_});
        break;
      case StmtKind::Range:
        finds_.ranges.push_back({s, body_});
        break;
      case StmtKind::Assign:
        define(as<AssignStmt>(s));
        break;
      default:
        break;
    }
  }

  void define(const AssignStmt* s) {
    if (s == case_ || s->op != Token::Define || s->rhs.size() != 1) return;
    if (s->lhs.empty() || s->lhs[0]->kind != ExprKind::Ident) return;
    const std::string& name = as<Ident>(s->lhs[0])->name;
    const Expr* value = s->rhs[0];
    if (const ChanTypeExpr* channel = made_channel(value); channel != nullptr) {
      finds_.makes.push_back({as<CallExpr>(value), name, s, body_});
      if (channel->element->kind == ExprKind::StructType) add_once(finds_.signals, name);
    } else if (is_call_into(value, "context")) {
      add_once(finds_.contexts, name);
      if (s->lhs.size() == 2 && s->lhs[1]->kind == ExprKind::Ident) {
        finds_.ends.push_back({as<Ident>(s->lhs[1])->name + "()", s});
      }
    } else if (is_call_into(value, "time")) {
      finds_.ends.push_back({name + ".Stop()", s});
    } else if (value->kind == ExprKind::Call) {
      finds_.objects.push_back({name, s});
    }
  }

  Finds finds_;
  const BlockStmt* body_ = nullptr;  // of the function that is being visited
  const Stmt* case_ = nullptr;       // the communication of the select's case that is being visited
};

class Editor {
 public:
  explicit Editor(std::string_view source) : source_(source) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (source[i] == '\n') starts_.push_back(i + 1);
    }
  }

  std::vector<Repair> repairs(const Finds& finds) {
    for (const Make& made : finds.makes) {
      slots(made, finds.ranges);
      if (made.statement == nullptr || made.name == "_") continue;
      const std::string close = "defer close(" + made.name + ")";
      insert_after(made.statement, close, close);
      receives(made, finds.returns);
    }
    for (const SendStmt* send : finds.sends) ways_out(send, finds);
    for (const End& end : finds.ends) {
      insert_after(end.statement, "defer " + end.call, "defer " + end.call);
    }
    for (const Definition& object : finds.objects) {
      for (const std::string& ending : finds.endings) {
        const std::string end = "defer " + object.name + "." + ending + "()";
        insert_after(object.statement, end, end);
      }
    }
    std::stable_sort(repairs_.begin(), repairs_.end(),
                     [](const Repair& a, const Repair& b) { return a.size < b.size; });
    repairs_.resize(std::min(repairs_.size(), kMaxRepairs));
    return std::move(repairs_);
  }

 private:
  std::size_t offset(Pos pos) const {
    return std::min(starts_[std::min<std::size_t>(pos.line, starts_.size()) - 1] + pos.column - 1,
                    source_.size());
  }
  std::string text(Pos from, Pos to) const {
    return std::string(source_.substr(offset(from), offset(to) - offset(from)));
  }
  std::string indent(Pos pos) const {
    const std::string_view line = source_.substr(starts_[pos.line - 1]);
    return std::string(line.substr(0, std::min(line.find_first_not_of(" \t"), line.size())));
  }

  void replace(std::size_t from, std::size_t length, const std::string& by, std::string what) {
    if (repairs_.size() >= 8 * kMaxRepairs) return;
    std::string after(source_);
    after.replace(from, length, by);
    repairs_.push_back({std::move(what), std::move(after), length + by.size()});
  }
  void insert_after(const Stmt* s, const std::string& line, std::string what) {
    replace(offset(s->end), 0, "\n" + indent(s->pos) + line, std::move(what));
  }

  void slots(const Make& made, const std::vector<In>& ranges) {
    const CallExpr* call = made.call;
    const std::string name = made.name.empty() ? "the channel" : made.name;
    if (call->args.size() == 1) {
      const std::size_t at = offset(call->args[0]->end);
      replace(at, 0, ", 1", "give " + name + " one slot");
      for (const In& range : ranges) {
        if (range.body != made.body) continue;
        const Expr* x = as<RangeStmt>(range.statement)->x;
        const std::string length = "len(" + text(x->pos, x->end) + ")";
        replace(at, 0, ", " + length, "give " + name + " " + length + " slots");
      }
      return;
    }
    const Expr* capacity = call->args[1];
    if (capacity->kind != ExprKind::BasicLit) return;
    uint32_t slots = 0;
    const std::string& digits = as<BasicLit>(capacity)->text;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), slots);
    if (error != std::errc() || end != digits.data() + digits.size() || slots > 1000) return;
    replace(offset(capacity->pos), digits.size(), std::to_string(slots + 1),
            "give " + name + " one slot more");
  }

  void receives(const Make& made, const std::vector<In>& returns) {
    const std::string receive = "<-" + made.name;
    for (const In& one : returns) {
      if (one.body != made.body || offset(one.statement->pos) < offset(made.statement->pos)) {
        continue;
      }
      const Pos at = one.statement->pos;
      replace(
          offset(at), 0, receive + "\n" + indent(at),
          "receive from " + made.name + " before the return in line " + std::to_string(at.line));
    }
    const std::vector<Stmt*>& statements = made.body->statements;
    if (statements.empty() || statements.back()->kind == StmtKind::Return) return;
    insert_after(statements.back(), receive,
                 "receive from " + made.name + " at the end of the function");
  }

  void ways_out(const SendStmt* send, const Finds& finds) {
    const std::string channel = text(send->channel->pos, send->channel->end);
    const std::string line = "the send in line " + std::to_string(send->pos.line);
    for (const std::string& name : finds.contexts) {
      select(send, "case <-" + name + ".Done():", true, "let " + name + ".Done() end " + line);
    }
    for (const std::string& name : finds.signals) {
      if (name != channel)
        select(send, "case <-" + name + ":", true, "let " + name + " end " + line);
    }
    select(send, "default:", false, "drop the value when nobody takes it, at " + line);
  }
  void select(const SendStmt* send, const std::string& other, bool leaves, std::string what) {
    const std::string in = "\n" + indent(send->pos);
    const std::string both = "select {" + in + "case " + text(send->pos, send->end) + ":" + in +
                             other + (leaves ? in + "\treturn" : "") + in + "}";
    const std::size_t old = offset(send->end) - offset(send->pos);
    replace(offset(send->pos), old, both, std::move(what));
  }

  std::string_view source_;
  std::vector<std::size_t> starts_;  // of lines, in bytes
  std::vector<Repair> repairs_;
};

}  // namespace

std::vector<Repair> repairs_of(std::string_view source) {
  FileSet files;
  files.files.push_back({"", std::string(source), false});
  Arena arena;
  Diagnostics diagnostics;
  const SourceFile* file = parse_file(files, 0, arena, diagnostics);
  if (!diagnostics.empty() || file->package_name == nullptr) return {};
  return Editor(source).repairs(Finder().find(*file));
}

}  // namespace gopark::lang
