// GOPARK_ON_DEMAND: before what happens only when somebody asks for it (another tab, the editor, an
// overlay). It stays a function of its own, so that the first half of the page's module can do
// without it (web/README.md): the compiler would put it into the one place that calls it.
#pragma once

#define GOPARK_ON_DEMAND [[gnu::noinline]]
