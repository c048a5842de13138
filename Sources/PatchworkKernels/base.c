#include "PatchworkKernels.h"

// What every processor of the architecture can run.

#define NAME "base"
#define LANES 4
#if defined(__aarch64__)
#define ROWS 8
#else
#define ROWS 3
#endif
#define FN(name) pw_base_##name
#include "kernels.inc"
