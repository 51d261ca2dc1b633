// The same epochs in plain C, as a measure of what the hardware gives without any library.
//
// Standard input: the number of layers and their sizes, the points, the batch, the learning rate;
// each layer's weights (a row for each output) and biases; the points x, y and their labels. After
// that, numbers of epochs. Each of these is trained, and answered by a line: the nanoseconds that an
// epoch took, the loss over all points, and how many of these are on the right side.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
  int in, out;
  // Weights with a row for each input, so that the inner loops run over the outputs.
  double *w, *b, *gw, *gb;
  // The last output, and the loss's gradient by what it was before the ReLU.
  double *a, *d;
} Layer;

static Layer *layers;
static int depth, points, batch;
static double rate, *xs, *ts;

static double number(void) {
  double value;
  if (scanf("%lf", &value) != 1) exit(1);
  return value;
}

static double *block(int count) {
  double *numbers = calloc(count, sizeof(double));
  if (!numbers) exit(1);
  return numbers;
}

static void readProblem(void) {
  depth = (int)number();
  layers = calloc(depth, sizeof(Layer));
  int in = (int)number();
  for (int l = 0; l < depth; l++) {
    int out = (int)number();
    int size = in * out;
    layers[l] = (Layer){in,          out,        block(size), block(out),
                        block(size), block(out), block(out),  block(out)};
    in = out;
  }
  points = (int)number();
  batch = (int)number();
  rate = number();
  for (int l = 0; l < depth; l++) {
    Layer *p = &layers[l];
    for (int o = 0; o < p->out; o++)
      for (int i = 0; i < p->in; i++) p->w[i * p->out + o] = number();
    for (int o = 0; o < p->out; o++) p->b[o] = number();
  }
  xs = block(points * layers[0].in);
  ts = block(points);
  for (int i = 0; i < points * layers[0].in; i++) xs[i] = number();
  for (int i = 0; i < points; i++) ts[i] = number();
}

static void linear(const Layer *p, const double *restrict x, double *restrict y) {
  const int in = p->in, out = p->out;
  memcpy(y, p->b, out * sizeof(double));
  for (int i = 0; i < in; i++) {
    const double *restrict w = p->w + i * out;
    for (int o = 0; o < out; o++) y[o] += x[i] * w[o];
  }
}

static void relu(int n, double *y) {
  for (int i = 0; i < n; i++) y[i] = y[i] > 0 ? y[i] : 0;
}

static void addGradients(Layer *p, const double *restrict x, const double *restrict d) {
  const int in = p->in, out = p->out;
  for (int o = 0; o < out; o++) p->gb[o] += d[o];
  for (int i = 0; i < in; i++) {
    double *restrict g = p->gw + i * out;
    for (int o = 0; o < out; o++) g[o] += x[i] * d[o];
  }
}

// Four sums at once do not wait for one another.
static double dot(int n, const double *restrict a, const double *restrict b) {
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  int i = 0;
  for (; i + 3 < n; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < n; i++) s0 += a[i] * b[i];
  return (s0 + s1) + (s2 + s3);
}

// The gradient below a layer and below the ReLU under it, which gave x.
static void goDown(const Layer *p, const double *restrict x, const double *restrict d,
                   double *restrict below) {
  const int in = p->in, out = p->out;
  for (int i = 0; i < in; i++) below[i] = dot(out, p->w + i * out, d) * (x[i] > 0);
}

static double logit(const double *x) {
  for (int l = 0; l < depth; l++) {
    linear(&layers[l], x, layers[l].a);
    x = layers[l].a;
    if (l < depth - 1) relu(layers[l].out, layers[l].a);
  }
  return x[0];
}

// Binary cross-entropy of a logit, exact however large it is; its slope, if it is wanted.
static double loss(double z, double t, double *slope) {
  const double e = exp(-fabs(z));
  if (slope) *slope = (z > 0 ? 1 : e) / (1 + e) - t;
  return fmax(z, 0) - z * t + log1p(e);
}

static void update(double *restrict value, double *restrict gradient, int n) {
  for (int i = 0; i < n; i++) value[i] -= rate * gradient[i];
  memset(gradient, 0, n * sizeof(double));
}

static double trainBatch(int from, int count) {
  double sum = 0;
  for (int s = from; s < from + count; s++) {
    const double *input = xs + s * layers[0].in;
    Layer *top = &layers[depth - 1];
    sum += loss(logit(input), ts[s], top->d);
    top->d[0] /= count;
    for (int l = depth - 1; l >= 0; l--) {
      const double *x = l > 0 ? layers[l - 1].a : input;
      addGradients(&layers[l], x, layers[l].d);
      if (l > 0) goDown(&layers[l], x, layers[l].d, layers[l - 1].d);
    }
  }
  for (int l = 0; l < depth; l++) {
    update(layers[l].w, layers[l].gw, layers[l].in * layers[l].out);
    update(layers[l].b, layers[l].gb, layers[l].out);
  }
  return sum / count;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(void) {
  readProblem();
  int epochs;
  while (scanf("%d", &epochs) == 1) {
    volatile double batchLoss; // so that the compiler cannot leave the loss out
    const double start = now();
    for (int e = 0; e < epochs; e++)
      for (int s = 0; s < points; s += batch)
        batchLoss = trainBatch(s, points - s < batch ? points - s : batch);
    const double time = epochs > 0 ? (now() - start) / epochs : 0;
    (void)batchLoss;

    double sum = 0;
    int right = 0;
    for (int s = 0; s < points; s++) {
      const double z = logit(xs + s * layers[0].in);
      sum += loss(z, ts[s], NULL);
      right += (z > 0) == (ts[s] > 0);
    }
    printf("%.1f %.17g %d\n", time, sum / points, right);
    fflush(stdout);
  }
  return 0;
}
