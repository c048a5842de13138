#include "PatchworkKernels.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME "avx2"
#define LANES 8
#define ROWS 3
#define FN(name) pw_avx2_##name
#include "kernels.inc"
#pragma clang attribute pop
#endif
