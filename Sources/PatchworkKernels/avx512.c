#include "PatchworkKernels.h"

#if defined(__x86_64__)
#pragma clang attribute push( \
  __attribute__((target("avx2,fma,avx512f,avx512vl,avx512bw,avx512dq"))), apply_to = function)
#define NAME "avx512"
#define LANES 16
#define ROWS 8
#define FN(name) pw_avx512_##name
#include "kernels.inc"
#pragma clang attribute pop
#endif
