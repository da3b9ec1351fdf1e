"""The challenge model written out loop by loop, slow and plain: what the fast one has to equal."""

from __future__ import annotations

from detente.strategy.solvers.expected_utility import Conventions


def run(x: list[float], s: list[float], c: list[float], rounds: int, how: Conventions) -> list[list[float]]:
    first, path = max(x) - min(x), [x]
    for _ in range(rounds):
        now = path[-1]
        spread = first if how.scale == "first" else max(now) - min(now)
        path.append(one_round(now, s, c, spread, how) if spread > 0 else now)
    return path


def expectations(x, s, c, spread, rho, r, how):
    n = range(len(x))

    def votes(i, j):
        u = [(abs(x[k] - x[i]) / spread) ** rho[k] for k in n]
        v = [(abs(x[k] - x[j]) / spread) ** rho[k] for k in n]
        return [c[k] * s[k] * (v[k] - u[k]) for k in n]

    every = sum(abs(one) for i in n for j in n for one in votes(i, j))

    def chance(i, j):
        total = every if how.denominator == "grand" else sum(abs(one) for one in votes(i, j))
        return sum(max(0.0, one) for one in votes(i, j)) / total if x[i] != x[j] and total else 0.0

    def gamble(i, j, resists, p, bent):
        d = abs(x[i] - x[j]) / spread
        us, uf, uq = 2 - 4 * (0.5 - d / 2) ** bent, 2 - 4 * (0.5 + d / 2) ** bent, 2 - 4 * 0.5**bent
        return resists * (p * us + (1 - p) * uf) + (1 - resists) * us - how.status_quo * uq

    a = [[gamble(i, j, s[j], chance(i, j), r[i]) for j in n] for i in n]
    b = [[gamble(i, j, s[i], chance(j, i), r[i] if how.risk_of_b == "focal" else r[j]) for j in n] for i in n]
    return a, b


def one_round(x, s, c, spread, how):
    n = range(len(x))
    flat = [1.0] * len(x)
    _, b = expectations(x, s, c, spread, flat, flat, how)
    z = [sum(b[i][j] for j in n if j != i) for i in n]
    low, high = min(z), max(z)
    ratio = [(2 * one - high - low) / (high - low) if high > low else 0.0 for one in z]
    r = [(1 - one / 3) / (1 + one / 3) for one in ratio]
    a, b = expectations(x, s, c, spread, r if how.risk_in_votes else flat, r, how)
    return [answer(i, x, a[i], b[i], how) for i in n]


def answer(i, x, a, b, how):
    others = [j for j in range(len(x)) if x[j] != x[i]]
    confrontations = [(abs(x[j] - x[i]), j, x[j]) for j in others if b[j] > a[j] > 0]
    if confrontations:
        return min(confrontations, key=lambda one: one[:2])[2]
    compromises = []
    for j in others:
        if a[j] < 0 < b[j] and b[j] > -a[j]:
            key = (-a[j] * x[i] + b[j] * x[j]) / (b[j] - a[j])
            step = abs((x[j] - x[i]) * a[j] / b[j])
            goal = x[i] + (x[j] - x[i]) * abs(a[j] / b[j])
            compromises.append((key if how.selection == "position" else step, j, goal))
    if compromises:
        return min(compromises, key=lambda one: one[:2])[2]
    yields = [(abs(x[j] - x[i]), j, x[j]) for j in others if how.capitulation and a[j] < 0 < b[j] <= -a[j]]
    return min(yields, key=lambda one: one[:2])[2] if yields else x[i]
