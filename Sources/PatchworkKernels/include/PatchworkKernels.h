#pragma once

// Dense arithmetic of the language engine, in one variant per instruction set.
//
// Weights are packed in panels of 48 columns: panel j of a k-row matrix holds, for every
// row, 48 consecutive floats. For a max-out layer of 96 outputs with 3 pieces each, panel j holds
// outputs 16j..<16j+16 as three runs of 16, one for each piece, so that the maximum is taken
// between whole vectors.

#define PW_PANEL 48
#define PW_WIDTH 96
#define PW_PIECES 3
#define PW_HIDDEN 64

/// One window layer: x += norm(max over pieces of (x[i-1], x[i], x[i+1]) W + bias).
struct pw_layer {
  /// Six transformed weight matrices (96 rows, 6 panels each), one after the other.
  const float *_Nonnull weights;
  /// 288 floats in panel order.
  const float *_Nonnull bias;
  /// 96 floats each.
  const float *_Nonnull gain;
  const float *_Nonnull shift;
};

/// The functions of one variant.
struct pw_kernels {
  /// Name of the instruction set.
  const char *_Nonnull name;

  /// C (n rows, 48 * panels columns) = A (n rows, k columns) times packed weights.
  void (*_Nonnull multiply)(
    const float *_Nonnull a, long lda, long n, long k, const float *_Nonnull packed, long panels,
    float *_Nonnull c, long ldc);

  /// out (n rows of 96) = norm(max over pieces of y + bias), y being 288 columns in panel order.
  void (*_Nonnull maxout)(
    const float *_Nonnull y, long n, const float *_Nonnull bias, const float *_Nonnull gain,
    const float *_Nonnull shift, float *_Nonnull out);

  /// Applies a window layer in place to n rows of 96. The row before the first and the five rows
  /// after the last must be zero; `scratch` holds pw_scratch(n) floats.
  void (*_Nonnull window)(
    float *_Nonnull x, long n, const struct pw_layer *_Nonnull layer, float *_Nonnull scratch);

  /// A window layer over rows whose products with the three parts of its weights are known:
  /// x += norm(max over pieces of left[i-1] + middle[i] + right[i+1] + bias), for n rows of x.
  /// `parts` holds n + 2 pointers, from the row before the first to the row after the last; each
  /// leads to the three products of a row, 288 floats in panel order each.
  void (*_Nonnull join)(
    const float *_Nonnull const *_Nonnull parts, long n, const struct pw_layer *_Nonnull layer,
    float *_Nonnull x);

  /// Scores of one state: sums `count` feature rows of 128 and the bias, takes the larger of the
  /// two pieces, and multiplies by `upper` (64 rows of `padded` columns, a multiple of 16).
  void (*_Nonnull score)(
    const float *_Nonnull const *_Nonnull features, long count, const float *_Nonnull bias,
    const float *_Nonnull upper, const float *_Nonnull upper_bias, long padded,
    float *_Nonnull scores);

  /// out (128 floats) = hidden (64 floats) times weights (64 rows of 128).
  void (*_Nonnull expand)(
    const float *_Nonnull hidden, const float *_Nonnull weights, float *_Nonnull out);

  /// Adds one row of `columns` values (a multiple of 16) to n rows.
  void (*_Nonnull add)(
    float *_Nonnull rows, long n, long ld, const float *_Nonnull row, long columns);

  /// The first place of the largest score in from..<to, which must not be empty.
  long (*_Nonnull best)(const float *_Nonnull scores, long from, long to);
};

/// Floats of scratch space that a window layer over n rows needs.
static inline long pw_scratch(long n) {
  long tiles = (n + 3) / 4;
  return tiles * (6 * PW_WIDTH + 6 * PW_PANEL + 4 * PW_WIDTH);
}

/// Whether two runs of bytes are equal.
static inline _Bool pw_same(const void *_Nonnull a, const void *_Nonnull b, long count) {
  return __builtin_memcmp(a, b, (unsigned long)count) == 0;
}

/// The variants this processor can run, best first; ends after the variant named "base".
const struct pw_kernels *_Nullable pw_variant(long index);
