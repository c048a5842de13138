#include "PatchworkKernels.h"

extern const struct pw_kernels pw_base_kernels;

#if defined(__x86_64__)
extern const struct pw_kernels pw_avx2_kernels, pw_avx512_kernels;

const struct pw_kernels *pw_variant(long index) {
  const struct pw_kernels *all[3];
  long count = 0;
  __builtin_cpu_init();
  int fused = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (fused && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq"))
    all[count++] = &pw_avx512_kernels;
  if (fused) all[count++] = &pw_avx2_kernels;
  all[count++] = &pw_base_kernels;
  return index >= 0 && index < count ? all[index] : 0;
}
#else
const struct pw_kernels *pw_variant(long index) {
  return index == 0 ? &pw_base_kernels : 0;
}
#endif
