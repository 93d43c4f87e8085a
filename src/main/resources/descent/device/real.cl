// What the printed statements of an expression use, in the precision of `real`.

inline real larger(const real a, const real b) {
  return a != a ? a : b > a || b != b ? b : a;
}

inline real smaller(const real a, const real b) {
  return a != a ? a : b < a || b != b ? b : a;
}

inline real choose(const real condition, const real yes, const real no) {
  return condition > 0 ? yes : no;
}

inline real power(const real base, const real exponent) {
  const real square = base * base;
  return exponent == 2 ? square
       : exponent == 3 ? square * base
       : exponent == 4 ? square * square
       : pow(base, exponent);
}

// to[global size] <- values[n] again and again, each for `repeat` points.
kernel void grid(const int n, const int repeat, global const real *values, global real *to) {
  const int i = get_global_id(0);
  to[i] = values[i / repeat % n];
}
