/* W1, W2 and W3 in C: draws, or of W2 counties, as lanes of one vector register.
 * gcc -O3 -march=native -ffp-contract=off -Wno-psabi -o workloads workloads.c -lm -lpthread;  ./workloads W1 [threads] */
#include <math.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef __AVX512F__
enum { L = 8 }; /* as many draws as a vector register holds: more of them are slower */
#else
enum { L = 4 };
#endif
enum { A = 101, DRAWS = 1000, R1 = 11, H1 = 2, Y1 = 30, K1 = 19, Y3 = 76, K3 = 44 };
static const int BANDS[9] = {0, 6, 18, 25, 40, 60, 65, 80, 101};

static double P0[R1][H1][2][A], Q[R1][H1][2][A], M[R1][H1][2][A];
static double O[R1][H1][A], F[R1][H1][A], S[R1][A], C[R1][A];
static double (*fac)[3]; /* [draw * years + year][mortality, fertility, migration] */
static double *out;
static int BAND[A];

static double uniform(uint64_t i) {
  uint64_t z = (i + 1) * 0x9E3779B97F4A7C15ull;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return ((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
}

static double weight(int r, int a) { return (1 + 0.1 * (r % 11)) * (1 + ((3 * r + a / 10) % 11) / 10.0); }

static void fill_inputs(int regions) {
  for (int a = 0; a < A; a++) {
    double all = 0;
    for (int b = 0; b < 8; b++)
      if (a >= BANDS[b] && a < BANDS[b + 1]) BAND[a] = b;
    for (int r = 0; r < regions; r++) all += weight(r, a);
    for (int r = 0; r < regions; r++) {
      S[r][a] = weight(r, a) / all;
      C[r][a] = (0.03 + 0.02 * exp(-(a - 30) * (a - 30) / 400.0)) * (1 + 0.1 * (r % 3));
      for (int h = 0; h < H1; h++) {
        O[r][h][a] = (0.02 + 0.06 * exp(-(a - 25) * (a - 25) / 200.0)) * (1 + 0.05 * (r % 4)) * (h ? 1.5 : 1);
        F[r][h][a] = a < 15 || a > 49
            ? 0 : 0.11 * exp(-(a - 30) * (a - 30) / 72.0) * (1 + 0.01 * (r % 5)) * (h ? 1.2 : 1);
        for (int s = 0; s < 2; s++) {
          double q0 = a == 0 ? 0.003 : 0.0003 + 0.00003 * exp(0.09 * a);
          P0[r][h][s][a] = (1 + 0.1 * (r % 11)) * (h ? 0.25 : 1) * 1000 * (a <= 65 ? 1 : exp(-0.07 * (a - 65)))
              * (1 + 0.1 * ((7 * a + 3 * r + s) % 5));
          Q[r][h][s][a] = q0 * (1 + 0.02 * (r % 7 - 3)) * (h ? 0.9 : 1) * (s ? 0.9 : 1.2);
          M[r][h][s][a] = P0[r][h][s][a] * (18 <= a && a <= 40 ? 0.01 : -0.002);
        }
      }
    }
  }
}

typedef double row __attribute__((vector_size(8 * L))); /* one number for each of L draws */
#define EACH for (int l = 0; l < L; l++)

typedef struct {
  row p[R1][H1][2][A], pool[H1][2][A], bands[R1][H1][8], born[R1][H1], dead[R1], before[R1];
} city;

static void factors(int draw, int year, int years, row *fm, row *ff, row *fg) {
  EACH {
    int n = draw + l < DRAWS ? draw + l : DRAWS - 1;
    (*fm)[l] = fac[n * years + year][0];
    (*ff)[l] = fac[n * years + year][1];
    (*fg)[l] = fac[n * years + year][2];
  }
}

static void w1_age(city *c, int r, int h, int s, row fm, row fg) {
  row *p = c->p[r][h][s], *pool = c->pool[h][s], births = {0}, dead = c->dead[r], half = 0.5 * fg;
  double *m = M[r][h][s], *q = Q[r][h][s], *f = F[r][h], *o = O[r][h];
  row below = p[0] + half * m[0];
  for (int a = 1; a < A; a++) {
    row above = p[a] + half * m[a];
    if (a == A - 1) below += above;
    row d = below * fm * q[a];
    row t = below - d + half * m[a];
    dead += d;
    if (s == 1 && a >= 15 && a < 50) births += f[a] * (above + t);
    row leaving = t * fg * o[a];
    pool[a] += leaving;
    p[a] = t - leaving;
    below = above;
  }
  c->dead[r] = dead;
  if (s == 1) c->born[r][h] = births;
}

static void w1_bear(city *c, int r, int h, row fm, row ff, row fg) {
  c->born[r][h] *= 0.5 * ff;
  for (int s = 0; s < 2; s++) {
    row born = c->born[r][h] * ((s ? 1 : 1.05) / 2.05);
    row d = born * fm * Q[r][h][s][0];
    row t = born - d + 0.5 * fg * M[r][h][s][0];
    row leaving = t * fg * O[r][h][0];
    c->dead[r] += d;
    c->pool[h][s][0] += leaving;
    c->p[r][h][s][0] = t - leaving;
  }
}

static void w1_arrive(city *c, int r) {
  memset(c->bands[r], 0, sizeof c->bands[r]);
  for (int s = 0; s < 2; s++)
    for (int b = 0; b < 8; b++) {
      row sum0 = c->bands[r][0][b], sum1 = c->bands[r][1][b];
      for (int a = BANDS[b]; a < BANDS[b + 1]; a++) {
        row u1 = c->p[r][1][s][a] + c->pool[1][s][a] * S[r][a];
        row u0 = c->p[r][0][s][a] + c->pool[0][s][a] * S[r][a];
        row conv = u1 * C[r][a];
        c->p[r][1][s][a] = u1 -= conv;
        c->p[r][0][s][a] = u0 += conv;
        sum1 += u1;
        sum0 += u0;
      }
      c->bands[r][0][b] = sum0;
      c->bands[r][1][b] = sum1;
    }
}

static void w1_block(city *c, int draw) {
  int lanes = DRAWS - draw < L ? DRAWS - draw : L;
  row fm = {0}, ff = {0}, fg = {0};
  for (int r = 0; r < R1; r++) {
    row sum = {0};
    for (int h = 0; h < H1; h++) for (int s = 0; s < 2; s++) for (int a = 0; a < A; a++)
      sum += c->p[r][h][s][a] = (row) {0} + P0[r][h][s][a];
    c->before[r] = sum;
  }
  for (int t = 0; t < Y1; t++) {
    factors(draw, t, Y1, &fm, &ff, &fg);
    memset(c->pool, 0, sizeof c->pool);
    memset(c->dead, 0, sizeof c->dead);
    for (int h = 0; h < H1; h++) {
      for (int s = 0; s < 2; s++) for (int r = 0; r < R1; r++) w1_age(c, r, h, s, fm, fg);
      for (int r = 0; r < R1; r++) w1_bear(c, r, h, fm, ff, fg);
    }
    for (int r = 0; r < R1; r++) {
      w1_arrive(c, r);
      for (int l = 0; l < lanes; l++) {
        double *o = out + (((size_t) (draw + l) * Y1 + t) * R1 + r) * K1, all = 0;
        for (int h = 0; h < H1; h++) for (int b = 0; b < 8; b++) all += o[h * 8 + b] = c->bands[r][h][b][l];
        o[16] = c->born[r][0][l] + c->born[r][1][l];
        o[17] = c->dead[r][l];
        o[18] = all - c->before[r][l] - o[16] + o[17];
        c->before[r][l] = all;
      }
    }
  }
}

typedef struct { row p[2][A], sums[2][21]; } country;

static void w3_block(country *c, int draw) {
  int lanes = DRAWS - draw < L ? DRAWS - draw : L;
  row fm = {0}, ff = {0}, fg = {0};
  for (int s = 0; s < 2; s++) for (int a = 0; a < A; a++) c->p[s][a] = (row) {0} + P0[0][0][s][a];
  for (int t = 0; t < Y3; t++) {
    factors(draw, t, Y3, &fm, &ff, &fg);
    row births = {0}, dead = {0};
    for (int s = 0; s < 2; s++) {
      row below = c->p[s][0];
      for (int a = 1; a < A; a++) {
        row above = c->p[s][a];
        if (a == A - 1) below += above;
        row d = below * fm * Q[0][0][s][a];
        row left = below - d;
        dead += d;
        if (s == 1 && a >= 15 && a < 50) births += F[0][0][a] * (above + left);
        c->p[s][a] = left;
        below = above;
      }
    }
    births *= 0.5 * ff;
    for (int s = 0; s < 2; s++) {
      row born = births * ((s ? 1 : 1.05) / 2.05);
      row d = born * fm * Q[0][0][s][0];
      dead += d;
      c->p[s][0] = born - d;
      for (int g = 0; g < 21; g++) {
        row sum = {0};
        for (int a = 5 * g; a < (g == 20 ? A : 5 * g + 5); a++) sum += c->p[s][a];
        c->sums[s][g] = sum;
      }
    }
    for (int l = 0; l < lanes; l++) {
      double *o = out + ((size_t) (draw + l) * Y3 + t) * K3;
      for (int s = 0; s < 2; s++) for (int g = 0; g < 21; g++) o[s * 21 + g] = c->sums[s][g][l];
      o[42] = births[l];
      o[43] = dead[l];
    }
  }
}

/* W2: rates as rows of counties too; arrivals of a year are done together with the ageing of the next. */
enum { R2 = 2848, Y2 = 30, K2 = 84, B2 = (R2 + L - 1) / L };

typedef struct {
  row p[4][A], q[4][A], m[4][A], o[2][A], f[2][A], s[A], c[A];
} counties;

static counties *nation;
static double pool2[4][A];
static row (*births2)[B2], (*deaths2)[B2];

static void fill_nation(void) {
  nation = aligned_alloc(64, sizeof *nation * B2);
  births2 = aligned_alloc(64, sizeof *births2 * Y2);
  deaths2 = aligned_alloc(64, sizeof *deaths2 * Y2);
  memset(nation, 0, sizeof *nation * B2);
  for (int a = 0; a < A; a++) {
    double all = 0;
    for (int r = 0; r < R2; r++) all += weight(r, a);
    for (int r = 0; r < R2; r++) {
      counties *n = &nation[r / L];
      int l = r % L;
      n->s[a][l] = weight(r, a) / all;
      n->c[a][l] = (0.03 + 0.02 * exp(-(a - 30) * (a - 30) / 400.0)) * (1 + 0.1 * (r % 3));
      for (int h = 0; h < 2; h++) {
        n->o[h][a][l] = (0.02 + 0.06 * exp(-(a - 25) * (a - 25) / 200.0)) * (1 + 0.05 * (r % 4)) * (h ? 1.5 : 1);
        n->f[h][a][l] = a < 15 || a > 49
            ? 0 : 0.11 * exp(-(a - 30) * (a - 30) / 72.0) * (1 + 0.01 * (r % 5)) * (h ? 1.2 : 1);
        for (int s = 0; s < 2; s++) {
          double q0 = a == 0 ? 0.003 : 0.0003 + 0.00003 * exp(0.09 * a);
          double p0 = (1 + 0.1 * (r % 11)) * (h ? 0.25 : 1) * 1000 * (a <= 65 ? 1 : exp(-0.07 * (a - 65)))
              * (1 + 0.1 * ((7 * a + 3 * r + s) % 5));
          n->q[h * 2 + s][a][l] = q0 * (1 + 0.02 * (r % 7 - 3)) * (h ? 0.9 : 1) * (s ? 0.9 : 1.2);
          n->m[h * 2 + s][a][l] = p0 * (18 <= a && a <= 40 ? 0.01 : -0.002);
          n->p[h * 2 + s][a][l] = p0;
        }
      }
    }
  }
}

/* People of one sex at an age arrive, change status and are counted. */
static void w2_arrive(counties *n, row (*p)[A], int s, int a, row *sums) {
  row u1 = p[2 + s][a] + pool2[2 + s][a] * n->s[a], u0 = p[s][a] + pool2[s][a] * n->s[a], conv = u1 * n->c[a];
  int g = a / 5;
  p[2 + s][a] = u1 -= conv;
  p[s][a] = u0 += conv;
  sums[s * 21 + g] += u0;
  sums[42 + s * 21 + g] += u1;
}

static void w2_move(counties *n, row (*p)[A], row below, int k, int a, row dead, double half, double fg, row *births,
                    row above, row *pool) {
  row t = below - dead + half * n->m[k][a];
  if (births && a >= 15 && a < 50) *births += n->f[k / 2][a] * (above + t);
  row leaving = t * (fg * n->o[k / 2][a]);
  pool[k * A + a] += leaving;
  p[k][a] = t - leaving;
}

static void w2_block(int b, row (*p)[A], int t, row *pool) {
  counties *n = &nation[b];
  double fm = 1 - 0.004 * t, ff = 1 + 0.002 * t, fg = 1 - 0.003 * t, half = 0.5 * fg;
  row sums[K2], born[2] = {{0}, {0}}, dead = {0};
  memset(sums, 0, sizeof sums);
  for (int s = 0; s < 2; s++) {
    row below[2];
    for (int a = 0; a < A; a++) {
      if (t) w2_arrive(n, p, s, a, sums);
      for (int h = 0; t < Y2 && h < 2; h++) {
        int k = h * 2 + s;
        row above = p[k][a] + half * n->m[k][a];
        if (a) {
          row from = a == A - 1 ? below[h] + above : below[h], d = from * (fm * n->q[k][a]);
          dead += d;
          w2_move(n, p, from, k, a, d, half, fg, s ? &born[h] : NULL, above, pool);
        }
        below[h] = above;
      }
    }
  }
  if (t)
    for (int l = 0; l < L && b * L + l < R2; l++)
      for (int i = 0; i < K2; i++) out[((size_t) (t - 1) * R2 + b * L + l) * K2 + i] = sums[i][l];
  if (t == Y2) return;
  births2[t][b] = 0.5 * ff * (born[0] + born[1]);
  for (int k = 0; k < 4; k++) {
    row newborn = 0.5 * ff * born[k / 2] * ((k % 2 ? 1 : 1.05) / 2.05), d = newborn * (fm * n->q[k][0]);
    dead += d;
    w2_move(n, p, newborn, k, 0, d, half, fg, NULL, newborn, pool);
  }
  deaths2[t][b] = dead;
}

static void w2_run(void) {
  static row (*state)[4][A], *pool;
  if (!state) {
    state = aligned_alloc(64, sizeof *state * B2);
    pool = aligned_alloc(64, sizeof *pool * 4 * A);
  }
  for (int b = 0; b < B2; b++) memcpy(state[b], nation[b].p, sizeof nation[b].p);
  for (int t = 0; t <= Y2; t++) {
    memset(pool, 0, sizeof *pool * 4 * A);
    for (int b = 0; b < B2; b++) w2_block(b, state[b], t, pool);
    for (int i = 0; i < 4 * A; i++) {
      double sum = 0;
      EACH sum += pool[i][l];
      pool2[i / A][i % A] = sum;
    }
  }
}

static int threads = 1, second, third;

static void *work(void *first) {
  void *state = aligned_alloc(64, third ? sizeof(country) : sizeof(city));
  for (int draw = (int) (intptr_t) first * L; draw < DRAWS; draw += threads * L)
    if (third) w3_block(state, draw);
    else w1_block(state, draw);
  free(state);
  return NULL;
}

static void run(void) {
  pthread_t all[64];
  if (second) {
    w2_run();
    return;
  }
  for (int i = 1; i < threads; i++) pthread_create(&all[i], NULL, work, (void *) (intptr_t) i);
  work((void *) 0);
  for (int i = 1; i < threads; i++) pthread_join(all[i], NULL);
}

static double seconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static int by_size(const void *x, const void *y) {
  double d = *(const double *) x - *(const double *) y;
  return d < 0 ? -1 : d > 0;
}

int main(int argc, char **argv) {
  third = argc > 1 && !strcmp(argv[1], "W3");
  second = argc > 1 && !strcmp(argv[1], "W2");
  if (argc > 2) threads = second ? 1 : atoi(argv[2]);
  int years = third ? Y3 : Y1, reps = 0;
  size_t n = third ? (size_t) DRAWS * Y3 * K3 : second ? (size_t) Y2 * R2 * K2 : (size_t) DRAWS * Y1 * R1 * K1;
  double cells = third ? 2.0 * A * Y3 * DRAWS : second ? 4.0 * R2 * A * Y2 : 4.0 * R1 * A * Y1 * DRAWS, checksum = 0, total = 0, times[5000];
  if (second) fill_nation();
  else fill_inputs(third ? 1 : R1);
  fac = malloc(sizeof *fac * DRAWS * years);
  out = malloc(sizeof *out * n);
  for (int i = 0; i < DRAWS * years; i++)
    for (int k = 0; k < 3; k++) fac[i][k] = 1 + (k == 2 ? 0.5 : 0.2) * (uniform((uint64_t) i * 3 + k) - 0.5);
  run();
  for (size_t i = 0; i < n; i++) checksum += out[i] * (1 + (i % 97) / 97.0);
  while (reps < 15 || (total < 3 && reps < 5000)) {
    double start = seconds();
    run();
    total += times[reps++] = seconds() - start;
  }
  qsort(times, reps, sizeof *times, by_size);
  printf("{\"workload\":\"%s\",\"ns_per_cell_step\":%.4f,\"ns_per_cell_step_median\":%.4f,\"seconds\":%.5f,"
         "\"checksum\":%.12e,\"threads\":%d,\"kernel\":\"C\"}\n",
         third ? "W3" : second ? "W2" : "W1", 1e9 * times[0] / cells, 1e9 * times[reps / 2] / cells, times[0], checksum, threads);
  return 0;
}
