// What the meter of a device runs.

// to[n] <- from[n], in vectors of four.
kernel void copy(const int n, global const float4 *from, global float4 *to) {
  const int i = get_global_id(0);
  if (i < n) to[i] = from[i];
}

// 32 multiplications and 32 additions a round and work item; one number each into out[global size].
kernel void multiply_add(const int rounds, global float *out) {
  const int i = get_global_id(0);
  float8 a = (float8)(i * 1e-6f);
  float8 b = a + 0.25f, c = a + 0.5f, d = a + 0.75f;
  for (int round = 0; round < rounds; round++) {
    a = mad(a, 0.5f, 0.25f);
    b = mad(b, 0.5f, 0.25f);
    c = mad(c, 0.5f, 0.25f);
    d = mad(d, 0.5f, 0.25f);
  }
  const float8 sum = a + b + c + d;
  out[i] = sum.s0 + sum.s1 + sum.s2 + sum.s3 + sum.s4 + sum.s5 + sum.s6 + sum.s7;
}

// Writes one number into out[1]: what is left is the cost of starting a kernel.
kernel void nothing(global float *out) {
  out[0] = 1;
}
