#include "sim/lang/checker.h"
namespace gopark::lang {
namespace { const char* kNo = "type parameters are not supported by the simulator"; }
void Checker::declare_type_params(Scope*, std::vector<Field>* fields, std::vector<Type*>*) {
  error((*fields)[0].pos, kNo);
}
void Checker::receiver_type_params(Expr*, Scope*, DeclInfo*) {}
Type* Checker::instantiated_type(IndexExpr* e, Type*) { error(e, kNo); return invalid(); }
void Checker::method_of_instance(Object*) {}
void Checker::check_instances() {}
bool Checker::type_list(const std::vector<Expr*>&, std::vector<Type*>*) { return false; }
Type* Checker::substitute(Type* t, const std::vector<Type*>&, const std::vector<Type*>&) { return t; }
Type* Checker::instantiate_signature(Pos, Type*, const std::vector<Type*>&, const std::vector<Expr*>*) { return nullptr; }
void Checker::record_function_instance(Expr*, const std::vector<Type*>&, Type*, Object**) {}
void Checker::function_instantiation(Operand* x, IndexExpr*, Type*) { x->invalidate(); }
void Checker::infer_from_target(Operand*, Type*) {}
bool Checker::infer(Pos, Type*, const std::vector<Variable>&, const std::vector<Operand>&, std::vector<Type*>*) { return false; }
}
