// C[M x N] <- alpha op(A) op(B) + beta C, rows first, row i of X at X + i * ldx.
// op transposes A (then stored K x M) if TA is 1, B (then stored N x K) if TB is 1.
//
// A work group of 16 x 16 items makes a tile of SIDE x SIDE, SIDE = 16 * EACH; an item makes
// EACH x EACH numbers of it in registers. Slabs of DEPTH columns of op(A) and rows of op(B) go
// through local memory; while one is multiplied, the next is on its way.

#define SIDE (16 * EACH)
#define DEPTH 16
#define PITCH (SIDE + 4)
#define LOADS (SIDE * DEPTH / 256)

#if TA
#define A_AT(row, k) A[a0 + (size_t)(k) * lda + (row)]
#define A_ROW(e) ((e) % SIDE)
#define A_K(e) ((e) / SIDE)
#else
#define A_AT(row, k) A[a0 + (size_t)(row) * lda + (k)]
#define A_ROW(e) ((e) / DEPTH)
#define A_K(e) ((e) % DEPTH)
#endif
#if TB
#define B_AT(k, column) B[b0 + (size_t)(column) * ldb + (k)]
#define B_COLUMN(e) ((e) / DEPTH)
#define B_K(e) ((e) % DEPTH)
#else
#define B_AT(k, column) B[b0 + (size_t)(k) * ldb + (column)]
#define B_COLUMN(e) ((e) % SIDE)
#define B_K(e) ((e) / SIDE)
#endif

kernel __attribute__((reqd_work_group_size(16, 16, 1)))
void multiply(const int M, const int N, const int K, const float alpha,
              global const float *restrict A, const int a0, const int lda,
              global const float *restrict B, const int b0, const int ldb,
              const float beta, global float *restrict C, const int c0, const int ldc) {
  local float left[2][DEPTH][PITCH];
  local float right[2][DEPTH][PITCH];
  const int x = get_local_id(0), y = get_local_id(1), item = 16 * y + x;
  const int row0 = get_group_id(1) * SIDE, column0 = get_group_id(0) * SIDE;
  float sum[EACH][EACH];
  float a[LOADS], b[LOADS];
#pragma unroll
  for (int i = 0; i < EACH; i++) {
#pragma unroll
    for (int j = 0; j < EACH; j++) sum[i][j] = 0;
  }

#define FETCH(k0)                                                               \
  _Pragma("unroll") for (int e = 0; e < LOADS; e++) {                           \
    const int ar = row0 + A_ROW(item + 256 * e), ak = (k0) + A_K(item + 256 * e); \
    a[e] = ar < M && ak < K ? A_AT(ar, ak) : 0;                                 \
    const int bc = column0 + B_COLUMN(item + 256 * e), bk = (k0) + B_K(item + 256 * e); \
    b[e] = bc < N && bk < K ? B_AT(bk, bc) : 0;                                 \
  }
#define STORE(at)                                                               \
  _Pragma("unroll") for (int e = 0; e < LOADS; e++) {                           \
    left[at][A_K(item + 256 * e)][A_ROW(item + 256 * e)] = a[e];                \
    right[at][B_K(item + 256 * e)][B_COLUMN(item + 256 * e)] = b[e];            \
  }

  FETCH(0)
  STORE(0)
  barrier(CLK_LOCAL_MEM_FENCE);
  int at = 0;
  for (int k0 = 0; k0 < K; k0 += DEPTH) {
    if (k0 + DEPTH < K) {
      FETCH(k0 + DEPTH)
    }
#pragma unroll
    for (int k = 0; k < DEPTH; k++) {
      float l[EACH], r[EACH];
#pragma unroll
      for (int i = 0; i < EACH; i += 4) {
        vstore4(vload4(0, &left[at][k][4 * y + 16 * i]), 0, l + i);
        vstore4(vload4(0, &right[at][k][4 * x + 16 * i]), 0, r + i);
      }
#pragma unroll
      for (int i = 0; i < EACH; i++) {
#pragma unroll
        for (int j = 0; j < EACH; j++) sum[i][j] = mad(l[i], r[j], sum[i][j]);
      }
    }
    if (k0 + DEPTH < K) {
      STORE(1 - at)
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    at = 1 - at;
  }

#pragma unroll
  for (int i = 0; i < EACH; i++) {
    const int row = row0 + 4 * y + i % 4 + 64 * (i / 4);
#pragma unroll
    for (int j = 0; j < EACH; j++) {
      const int column = column0 + 4 * x + j % 4 + 64 * (j / 4);
      if (row < M && column < N) {
        global float *c = C + c0 + (size_t)row * ldc + column;
        *c = beta == 0 ? alpha * sum[i][j] : alpha * sum[i][j] + beta * *c;
      }
    }
  }
}
