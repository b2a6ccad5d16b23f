#include "sim/lang/branches.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <utility>

namespace gopark::lang {
namespace {

struct Block {
  Block* parent = nullptr;
  Pos start;
  LabeledStmt* labeled = nullptr;  // the labelled statement to which the block belongs
};

struct Label {
  Block* parent = nullptr;  // the block that holds the label
  LabeledStmt* statement = nullptr;
  bool used = false;
};

struct Targets {
  Stmt* breaks = nullptr;
  Stmt* continues = nullptr;
};

bool is_loop(const Stmt* stmt) {
  return stmt != nullptr && (stmt->kind == StmtKind::For || stmt->kind == StmtKind::Range);
}

bool is_breakable(const Stmt* stmt) {
  return is_loop(stmt) || (stmt != nullptr &&
                           (stmt->kind == StmtKind::Switch || stmt->kind == StmtKind::TypeSwitch ||
                            stmt->kind == StmtKind::Select));
}

// The branches of one function body; those of literals inside are their own.
class Branches {
 public:
  Branches(const FileSet& files, const ReportBranch& report) : files_(files), report_(report) {}

  void check(BlockStmt* body) {
    blocks_.push_back({nullptr, body->pos, nullptr});
    for (BranchStmt* jump : walk_block(&blocks_.back(), {}, body->statements)) {
      const auto found = labels_.find(jump->label->name);
      if (found == labels_.end()) {
        report_(jump->label->pos, "label " + jump->label->name + " not defined");
        continue;
      }
      found->second.used = true;
      report_(jump->label->pos, "goto " + jump->label->name + " jumps into block starting at " +
                                    position_text(found->second.parent->start, files_));
    }
    for (const auto& [name, label] : labels_) {
      if (label.used) continue;
      report_(label.statement->label->pos, "label " + name + " defined and not used");
    }
  }

 private:
  // What a block's statements need of one another.
  struct BlockState {
    Block* block;
    std::vector<BranchStmt*> forward;  // goto statements whose label is still to come
    std::vector<BranchStmt*> bad;      // those that jump over the variable
    Pos variable_pos;
    LabeledStmt* labeled = nullptr;  // the label before the current statement
  };

  std::vector<BranchStmt*> walk_block(Block* block, Targets targets,
                                      const std::vector<Stmt*>& body) {
    BlockState state;
    state.block = block;
    for (Stmt* stmt : body) {
      state.labeled = nullptr;
      walk(&state, targets, stmt);
    }
    return state.forward;
  }

  void inner(BlockState* state, Targets targets, Pos start, const std::vector<Stmt*>& body) {
    blocks_.push_back({state->block, start, state->labeled});
    for (BranchStmt* jump : walk_block(&blocks_.back(), targets, body)) {
      state->forward.push_back(jump);
    }
  }

  void walk(BlockState* state, Targets targets, Stmt* stmt) {
    if (stmt == nullptr) return;
    switch (stmt->kind) {
      case StmtKind::Decl:
        walk_declaration(state, *as<DeclStmt>(stmt)->decl);
        return;
      case StmtKind::Labeled: {
        LabeledStmt* labeled = as<LabeledStmt>(stmt);
        if (labeled->label->name != "_") declare(state, labeled);
        state->labeled = labeled;
        return walk(state, targets, labeled->body);
      }
      case StmtKind::Branch:
        return walk_branch(state, targets, as<BranchStmt>(stmt));
      case StmtKind::Assign: {
        const AssignStmt* assign = as<AssignStmt>(stmt);
        if (assign->op != Token::Define) return;
        return note_variable(state, assign->op_pos);
      }
      case StmtKind::Block:
        return inner(state, targets, stmt->pos, as<BlockStmt>(stmt)->statements);
      case StmtKind::If: {
        const IfStmt* branch = as<IfStmt>(stmt);
        if (branch->then != nullptr) {
          inner(state, targets, branch->then->pos, branch->then->statements);
        }
        if (branch->otherwise != nullptr) {
          inner(state, targets, branch->otherwise->pos, {branch->otherwise});
        }
        return;
      }
      case StmtKind::For:
        return walk_loop(state, stmt, as<ForStmt>(stmt)->body);
      case StmtKind::Range:
        return walk_loop(state, stmt, as<RangeStmt>(stmt)->body);
      case StmtKind::Switch:
        return walk_clauses(state, {stmt, targets.continues}, as<SwitchStmt>(stmt)->clauses);
      case StmtKind::TypeSwitch:
        return walk_clauses(state, {stmt, targets.continues}, as<TypeSwitchStmt>(stmt)->clauses);
      case StmtKind::Select:
        return walk_clauses(state, {stmt, targets.continues}, as<SelectStmt>(stmt)->clauses);
      default:
        return;
    }
  }

  void walk_loop(BlockState* state, Stmt* loop, BlockStmt* body) {
    if (body != nullptr) inner(state, {loop, loop}, body->pos, body->statements);
  }

  template <typename Clause>
  void walk_clauses(BlockState* state, Targets targets, const std::vector<Clause*>& clauses) {
    for (Clause* clause : clauses) inner(state, targets, clause->pos, clause->body);
  }

  void walk_declaration(BlockState* state, const GenDecl& decl) {
    if (decl.token != Token::Var || decl.values.empty()) return;
    note_variable(state, decl.values[0]->pos);
  }

  static void note_variable(BlockState* state, Pos pos) {
    state->variable_pos = pos;
    state->bad = state->forward;
  }

  void declare(BlockState* state, LabeledStmt* labeled) {
    const std::string& name = labeled->label->name;
    const auto [entry, is_new] = labels_.emplace(name, Label{state->block, labeled, false});
    if (!is_new) {
      report_(labeled->label->pos, "label " + name + " already defined at " +
                                       position_text(entry->second.statement->label->pos, files_));
      return;
    }
    std::vector<BranchStmt*> rest;
    for (BranchStmt* jump : state->forward) {
      if (jump->label->name != name) {
        rest.push_back(jump);
        continue;
      }
      jump->target = labeled;
      entry->second.used = true;
      if (std::find(state->bad.begin(), state->bad.end(), jump) == state->bad.end()) continue;
      report_(jump->label->pos, "goto " + name + " jumps over variable declaration at line " +
                                    std::to_string(state->variable_pos.line));
    }
    state->forward = std::move(rest);
  }

  void walk_branch(BlockState* state, Targets targets, BranchStmt* branch) {
    branch->target = nullptr;
    if (branch->op == Token::Fallthrough) return;
    if (branch->label != nullptr) return walk_labeled_branch(state, branch);
    if (branch->op == Token::Break) {
      branch->target = targets.breaks;
      if (targets.breaks == nullptr) {
        report_(branch->pos, "break is not in a loop, switch, or select");
      }
    }
    if (branch->op == Token::Continue) {
      branch->target = targets.continues;
      if (targets.continues == nullptr) report_(branch->pos, "continue is not in a loop");
    }
  }

  void walk_labeled_branch(BlockState* state, BranchStmt* branch) {
    const std::string& name = branch->label->name;
    const auto found = labels_.find(name);
    if (branch->op == Token::Goto) {
      if (found != labels_.end()) {
        found->second.used = true;
        if (encloses(found->second.parent, state->block)) {
          branch->target = found->second.statement;
          return;
        }
      }
      state->forward.push_back(branch);
      return;
    }
    const std::string keyword(token_text(branch->op));
    if (found == labels_.end()) {
      report_(branch->label->pos, keyword + " label not defined: " + name);
      return;
    }
    found->second.used = true;
    Stmt* target = enclosing_statement(state->block, found->second.statement);
    const bool valid = branch->op == Token::Break ? is_breakable(target) : is_loop(target);
    if (valid) {
      branch->target = target;
    } else {
      report_(branch->label->pos, "invalid " + keyword + " label " + name);
    }
  }

  static bool encloses(const Block* outer, const Block* block) {
    for (; block != nullptr; block = block->parent) {
      if (block == outer) return true;
    }
    return false;
  }

  // The statement under the label when the block is inside it, else null.
  static Stmt* enclosing_statement(const Block* block, const LabeledStmt* labeled) {
    for (; block != nullptr; block = block->parent) {
      if (block->labeled == labeled) return labeled->body;
    }
    return nullptr;
  }

  const FileSet& files_;
  const ReportBranch& report_;
  std::deque<Block> blocks_;  // labels refer to them
  std::map<std::string, Label> labels_;
};

}  // namespace

void check_branches(const FileSet& files, BlockStmt* body, const ReportBranch& report) {
  Branches(files, report).check(body);
}

}  // namespace gopark::lang
