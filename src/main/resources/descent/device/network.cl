// Passes over a batch of examples, one row each; row i of x is at x + x0 + i * stride.
// F chooses the activation: 0 tanh, 1 sigmoid, 2 rectified, 3 Gaussian error linear unit.
// L chooses the likelihood: 0 Gaussian, 1 Bernoulli, 2 categorical.

#define SLOPE 0.7978845608028654f
#define CUBIC 0.044715f
#define GROUP 64

inline float sigmoid(const float z) { return 1 / (1 + exp(-z)); }

inline float value(const float z) {
#if F == 0
  return tanh(z);
#elif F == 1
  return sigmoid(z);
#elif F == 2
  return fmax(0.0f, z);
#else
  return 0.5f * z * (1 + tanh(SLOPE * (z + CUBIC * z * z * z)));
#endif
}

// f'(z) where a = f(z).
inline float slope(const float z, const float a) {
#if F == 0
  return 1 - a * a;
#elif F == 1
  return a * (1 - a);
#elif F == 2
  return z > 0 ? 1.0f : 0.0f;
#else
  const float t = tanh(SLOPE * (z + CUBIC * z * z * z));
  return 0.5f * (1 + t) + 0.5f * z * (1 - t * t) * SLOPE * (1 + 3 * CUBIC * z * z);
#endif
}

// a[rows x width], stride a_stride <- f(s[rows x width]), packed.
kernel void activate(const int rows, const int width, global const float *s, global float *a,
                     const int a_stride) {
  const int j = get_global_id(0), i = get_global_id(1);
  if (j < width) a[i * a_stride + j] = value(s[i * width + j]);
}

// d[rows x width], packed <- d * f'(s), a = f(s) with stride a_stride.
kernel void derive(const int rows, const int width, global const float *s, global const float *a,
                   const int a_stride, global float *d) {
  const int j = get_global_id(0), i = get_global_id(1);
  if (j < width) d[i * width + j] *= slope(s[i * width + j], a[i * a_stride + j]);
}

// to[rows x width], stride to_stride <- the rows chosen[first], chosen[first + 1], ... of
// from[examples x width], packed.
kernel void gather(const int width, global const int *chosen, const int first,
                   global const float *from, global float *to, const int to_stride) {
  const int j = get_global_id(0), i = get_global_id(1);
  if (j < width) to[i * to_stride + j] = from[(size_t)chosen[first + i] * width + j];
}

// to[rows x width], stride to_stride <- value.
kernel void spread(const float value, const int width, global float *to, const int to_stride) {
  const int j = get_global_id(0), i = get_global_id(1);
  if (j < width) to[i * to_stride + j] = value;
}

inline float added(const float mine, local float *all) {
  const int me = get_local_id(0);
  barrier(CLK_LOCAL_MEM_FENCE);
  all[me] = mine;
  for (int span = GROUP / 2; span > 0; span /= 2) {
    barrier(CLK_LOCAL_MEM_FENCE);
    if (me < span) all[me] += all[me + span];
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  return all[0];
}

// The larger number first; of equal ones the first index.
inline float2 leading(const float2 a, const float2 b) {
  return b.x > a.x || b.x == a.x && b.y < a.y ? b : a;
}

// One group of GROUP items a row: losses[row] <- -log p(y | z), right[row] <- whether the class is
// predicted, d[rows x outputs] <- its derivative; z and d packed, y[rows x targets] packed.
kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
void judge(const int outputs, const float weight, global const float *z, global const float *y,
           global float *d, global float *losses, global float *right) {
  local float all[GROUP];
  local float2 tops[GROUP];
  const int row = get_group_id(0), me = get_local_id(0);
  const size_t r = (size_t)row * outputs;
#if L == 2
  float2 top = (float2)(-INFINITY, outputs);
  for (int j = me; j < outputs; j += GROUP) top = leading(top, (float2)(z[r + j], j));
  tops[me] = top;
  for (int span = GROUP / 2; span > 0; span /= 2) {
    barrier(CLK_LOCAL_MEM_FENCE);
    if (me < span) tops[me] = leading(tops[me], tops[me + span]);
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  top = tops[0];
  float part = 0;
  for (int j = me; j < outputs; j += GROUP) part += exp(z[r + j] - top.x);
  const float total = added(part, all);
  const int label = (int)y[row];
  for (int j = me; j < outputs; j += GROUP)
    d[r + j] = exp(z[r + j] - top.x) / total - (j == label ? 1 : 0);
  if (me == 0) {
    losses[row] = top.x + log(total) - z[r + label];
    right[row] = (int)top.y == label ? 1 : 0;
  }
#else
  float part = 0;
  for (int j = me; j < outputs; j += GROUP) {
    const float s = z[r + j], t = y[r + j];
#if L == 1
    part += fmax(s, 0.0f) + log1p(exp(-fabs(s))) - t * s;
    d[r + j] = sigmoid(s) - t;
#else
    part += 0.5f * weight * (s - t) * (s - t);
    d[r + j] = weight * (s - t);
#endif
  }
  const float total = added(part, all);
  if (me == 0) {
    losses[row] = total;
    right[row] = outputs == 1 ? ((z[r] > 0) == (y[r] > 0.5f) ? 1 : 0) : NAN;
  }
#endif
}

// out[at] <- the sum of in[0 .. n), by one group of GROUP items.
kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
void sum(const int n, global const float *in, global float *out, const int at) {
  local float all[GROUP];
  float part = 0;
  for (int i = get_local_id(0); i < n; i += GROUP) part += in[i];
  const float total = added(part, all);
  if (get_local_id(0) == 0) out[at] = total;
}

// out[group] <- the sum of a[i] b[i] over the group's share of 0 .. n.
kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
void dot_parts(const int n, global const float *a, global const float *b, global float *out) {
  local float all[GROUP];
  float part = 0;
  for (int i = get_global_id(0); i < n; i += get_global_size(0)) part += a[i] * b[i];
  const float total = added(part, all);
  if (get_local_id(0) == 0) out[get_group_id(0)] = total;
}
