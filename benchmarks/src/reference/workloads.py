"""W1, W2 and W3 in NumPy: python3 workloads.py W1. Draws are the last axis, in blocks that stay in the cache."""
import json
import sys
import time

import numpy as np

A, DRAWS, BLOCK = 101, 1000, 50
BANDS = [0, 6, 18, 25, 40, 60, 65, 80]


def inputs(regions, statuses):
    r, h, s, a = np.ogrid[:regions, :statuses, :2, :A]
    p0 = ((1 + 0.1 * (r % 11)) * np.where(h == 1, 0.25, 1) * 1000
          * np.where(a <= 65, 1, np.exp(-0.07 * (a - 65))) * (1 + 0.1 * ((7 * a + 3 * r + s) % 5)))
    q = (np.where(a == 0, 0.003, 0.0003 + 0.00003 * np.exp(0.09 * a)) * (1 + 0.02 * (r % 7 - 3))
         * np.where(h == 1, 0.9, 1) * np.where(s == 1, 0.9, 1.2))
    m = p0 * np.where((a >= 18) & (a <= 40), 0.01, -0.002)
    o = (0.02 + 0.06 * np.exp(-(a - 25) ** 2 / 200)) * (1 + 0.05 * (r % 4)) * np.where(h == 1, 1.5, 1)
    f = (0.11 * np.exp(-(a - 30) ** 2 / 72) * (1 + 0.01 * (r % 5)) * np.where(h == 1, 1.2, 1)
         * ((a >= 15) & (a <= 49)))
    w = (1 + 0.1 * (r % 11)) * (1 + ((3 * r + a // 10) % 11) / 10)
    c = (0.03 + 0.02 * np.exp(-(a - 30) ** 2 / 400)) * (1 + 0.1 * (r % 3))
    return [x[..., None] for x in (p0, q, m, o, f[:, :, 0], w / w.sum(axis=0), c[:, 0])]


def factors(years):
    with np.errstate(over="ignore"):
        z = (np.arange(DRAWS * years * 3, dtype=np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        u = ((z ^ (z >> np.uint64(31))) >> np.uint64(11)) * 2.0 ** -53
    return 1 + np.array([0.2, 0.2, 0.5]) * (u.reshape(DRAWS, years, 3) - 0.5)


def age(p, q, fm):
    """People by the age they reach, newborns not yet, and the dead."""
    start = np.zeros_like(p)
    start[..., 1:, :] = p[..., :-1, :]
    start[..., -1, :] += p[..., -1, :]
    dead = start * (fm * q)
    return start - dead, dead


def w1(data, fac, out):
    p0, q, m, o, f, share, c = data
    for first in range(0, DRAWS, BLOCK):
        draws = slice(first, first + BLOCK)
        p = np.broadcast_to(p0, p0.shape[:-1] + (BLOCK,)).copy()
        for t in range(30):
            fm, ff, fg = (fac[draws, t, k] for k in range(3))
            before = p.sum(axis=(1, 2, 3))
            half = 0.5 * fg * m
            x = p + half
            p, dead = age(x, q, fm)
            p += half
            births = 0.5 * ff * (f * (x[:, :, 1] + p[:, :, 1])).sum(axis=2)
            born = np.stack([births * 1.05 / 2.05, births / 2.05], axis=2)
            dead[..., 0, :] = born * fm * q[..., 0, :]
            p[..., 0, :] += born - dead[..., 0, :]
            leaving = p * (fg * o)
            p += leaving.sum(axis=0) * share - leaving
            conv = p[:, 1] * c
            p[:, 1] -= conv
            p[:, 0] += conv
            bands = np.add.reduceat(p.sum(axis=2), BANDS, axis=2)
            out[draws, t, :, :16] = bands.reshape(11, 16, BLOCK).transpose(2, 0, 1)
            births, dead = births.sum(axis=1), dead.sum(axis=(1, 2, 3))
            out[draws, t, :, 16] = births.T
            out[draws, t, :, 17] = dead.T
            out[draws, t, :, 18] = (p.sum(axis=(1, 2, 3)) - before - births + dead).T


def w2(data, fac, out):
    p0, q, m, o, f, share, c = (np.ascontiguousarray(np.moveaxis(x[..., 0], 0, -1)) for x in data)
    p = p0.copy()  # status, sex, age, county
    for t in range(30):
        fm, ff, fg = 1 - 0.004 * t, 1 + 0.002 * t, 1 - 0.003 * t
        half = 0.5 * fg * m
        x = p + half
        p, dead = age(x, q, fm)
        p += half
        births = 0.5 * ff * (f * (x[:, 1] + p[:, 1])).sum(axis=1)
        born = np.stack([births * 1.05 / 2.05, births / 2.05], axis=1)
        dead[:, :, 0] = born * fm * q[:, :, 0]
        p[:, :, 0] += born - dead[:, :, 0]
        leaving = p * (fg * o)
        p += leaving.sum(axis=-1, keepdims=True) * share - leaving
        conv = p[1] * c
        p[1] -= conv
        p[0] += conv
        groups = np.add.reduceat(p, range(0, A, 5), axis=2)
        out[t, :, :84] = groups.reshape(84, -1).T
        births.sum(axis=0), dead.sum(axis=(0, 1, 2))


def w3(data, fac, out):
    p0, q, f = (data[i][0, 0] for i in (0, 1, 4))
    for first in range(0, DRAWS, BLOCK):
        draws = slice(first, first + BLOCK)
        p = np.broadcast_to(p0, p0.shape[:-1] + (BLOCK,)).copy()
        for t in range(76):
            fm, ff = fac[draws, t, 0], fac[draws, t, 1]
            x = p
            p, dead = age(x, q, fm)
            births = 0.5 * ff * (f * (x[1] + p[1])).sum(axis=0)
            born = np.stack([births * 1.05 / 2.05, births / 2.05])
            dead[:, 0] = born * fm * q[:, 0]
            p[:, 0] += born - dead[:, 0]
            groups = np.add.reduceat(p, range(0, A, 5), axis=1)
            out[draws, t, :42] = groups.reshape(42, BLOCK).T
            out[draws, t, 42] = births
            out[draws, t, 43] = dead.sum(axis=(0, 1))


def main():
    name = sys.argv[1]
    run, regions, statuses, years, shape = {
        "W1": (w1, 11, 2, 30, (DRAWS, 30, 11, 19)), "W2": (w2, 2848, 2, 30, (30, 2848, 84)),
        "W3": (w3, 1, 1, 76, (DRAWS, 76, 44))}[name]
    data, fac, out = inputs(regions, statuses), factors(years), np.empty(shape)
    run(data, fac, out)
    checksum = float((out.ravel() * (1 + (np.arange(out.size) % 97) / 97.0)).sum())
    times = []
    while len(times) < 5 or sum(times) < 3:
        start = time.perf_counter()
        run(data, fac, out)
        times.append(time.perf_counter() - start)
    times.sort()
    cells = regions * statuses * 2 * A * years * (1 if name == "W2" else DRAWS)
    print(json.dumps({"workload": name, "ns_per_cell_step": round(1e9 * times[0] / cells, 4),
                      "ns_per_cell_step_median": round(1e9 * times[len(times) // 2] / cells, 4),
                      "seconds": round(times[0], 5), "checksum": checksum, "threads": 1, "kernel": "NumPy"}))


main()
