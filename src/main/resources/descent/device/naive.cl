// C[M x N] <- A[M x K] B[K x N], rows first and packed: one work item a number, nothing shared.
kernel void multiply_naively(const int M, const int N, const int K, global const float *A,
                             global const float *B, global float *C) {
  const int column = get_global_id(0), row = get_global_id(1);
  if (row >= M || column >= N) return;
  float sum = 0;
  for (int k = 0; k < K; k++) sum = mad(A[(size_t)row * K + k], B[(size_t)k * N + column], sum);
  C[(size_t)row * N + column] = sum;
}
