"""Exchange: two actors each give way on the issue that matters less to them, at equal gain.

The equations are those of `solvers.exchange`, for two named actors and two named issues, from the outcomes as they stand:

    δq = δp (s_ip + s_jp)/(s_iq + s_jq),   outcomes move by φ δp and φ δq

i gives way on p, which is relatively cheap to it, and j on q, as far as the scarcer supply and the win-sets allow; φ ∈ [0, 1] is the
share of the deal that is kept. Both issues have to be multilateral. Where payoffs are zero-sum nobody gains, and there is no deal.

References:
    F. N. Stokman, R. Van Oosten, The exchange of voting positions (1994), in European Community Decision Making, ch. 5.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from detente.strategy.mechanisms.mechanism import Mechanism, Parameter, Solve, Triangle, Use
from detente.strategy.power import Array
from detente.strategy.state import State


@dataclass(frozen=True, slots=True)
class _Side:
    """What the swap needs of one issue, each (…): giver's and taker's salience, which way the taker wants it, how far it may go."""

    giver: Array
    taker: Array
    way: Array
    reach: Array


def swap(give: _Side, take: _Side) -> tuple[Array, Array]:
    """How far the outcomes of the issue given and of the issue taken move, unsigned; 0 where there is no gain in it."""
    both = give.giver + give.taker, take.giver + take.taker
    rate = np.divide(both[0], both[1], out=np.zeros_like(both[0]), where=both[1] > 0)
    binds = give.reach * rate <= take.reach
    back = np.divide(take.reach, rate, out=np.zeros_like(rate), where=rate > 0)
    dp, dq = np.where(binds, give.reach, back), np.where(binds, give.reach * rate, take.reach)
    gain = give.taker * dp - take.giver * dq
    dealt = gain > 1e-9 * np.maximum(np.maximum(*both), 1e-300) * np.maximum(give.reach, take.reach)
    return np.where(dealt, dp, 0.0), np.where(dealt, dq, 0.0)


def step(state: State, use: Use) -> State:
    """The outcomes of the two issues."""
    i, j = use.row(state, "actor"), use.row(state, "partner")
    columns = use.columns(state)
    rules = {state.system.rules[k].kind for k in columns}
    if len(columns) != 2 or rules != {"multilateral"} or state.zero_sum >= 1.0:
        return state
    p, q = columns
    outcome = np.array(np.broadcast_to(state.outcome, (*_front(state, use), state.outcome.shape[-1])))
    s = [np.broadcast_to(state.salience[..., row, k], outcome.shape[:-1]) for row, k in ((i, p), (j, q), (j, p), (i, q))]
    turned = s[0] * s[1] > s[2] * s[3]
    sides = {(row, k): _side(state, outcome, row, other, k) for row, other in ((i, j), (j, i)) for k in (p, q)}
    shifts = {k: np.zeros(outcome.shape[:-1]) for k in (p, q)}
    for given, taken, chosen in ((p, q, ~turned), (q, p, turned)):
        give, take = sides[i, given], sides[j, taken]
        facing = chosen & (sides[i, given].way * sides[j, given].way < 0) & (sides[i, taken].way * sides[j, taken].way < 0)
        dp, dq = swap(give, take)
        shifts[given] = np.where(facing, give.way * dp, shifts[given])
        shifts[taken] = np.where(facing, take.way * dq, shifts[taken])
    for k, shift in shifts.items():
        moved = outcome[..., k] + use.value("phi") * shift
        outcome[..., k] = np.where(np.asarray(use.on) & ~np.isnan(moved) & (shift != 0), moved, outcome[..., k])
    return replace(state, outcome=outcome)


def _front(state: State, use: Use) -> tuple[int, ...]:
    """The shape of the draws."""
    return np.broadcast_shapes(
        state.outcome.shape[:-1], state.position.shape[:-2], state.salience.shape[:-2], np.shape(use.on), use.value("phi").shape
    )


def _side(state: State, outcome: Array, giver: int, taker: int, k: int) -> _Side:
    """`giver` gives way on k: the way is the taker's."""
    now, wish, vote = outcome[..., k], state.stated[..., taker, k], state.position[..., giver, k]
    w = np.nan_to_num(state.influence[..., k] * np.where(np.isnan(state.position[..., k]), np.nan, state.salience[..., k]))
    total = w.sum(axis=-1)
    share = np.divide(w[..., giver], total, out=np.zeros_like(total), where=total > 0)
    way = np.where(w[..., taker] > 0, np.sign(wish - now), 0.0)
    low: Array = state.win_low[..., k].max(axis=-1)
    high: Array = state.win_high[..., k].min(axis=-1)
    room = np.where(way > 0, high - now, now - low)
    reach = np.minimum(np.minimum(share * np.abs(wish - vote), np.abs(wish - now)), np.maximum(room, 0.0))
    mine, theirs, way, reach = np.broadcast_arrays(state.salience[..., giver, k], state.salience[..., taker, k], way, reach)
    return _Side(mine, theirs, way, reach)


def contrast(solve: Solve, state: State, use: Use) -> Array:
    """Both gain from the swap, by their stated positions; nan where there is nothing to swap."""
    i, j, columns = use.row(state, "actor"), use.row(state, "partner"), use.columns(state)
    without, done = solve(state, use.having(phi=0.0)), solve(state, use)

    def gain(row: int) -> Array:
        stake, wish = done.cells("salience", row, columns), done.cells("stated", row, columns)
        before, after = (np.abs(one.outcome[..., columns] - wish) for one in (without, done))
        return (stake * (before - after)).sum(axis=-1)

    moved = (without.outcome != done.outcome)[..., columns].any(axis=-1)
    return np.where(moved, np.minimum(gain(i), gain(j)), np.nan)


MECHANISM = Mechanism(
    "exchange",
    equation="δq = δp(s_ip + s_jp)/(s_iq + s_jq): a swap of two issues at equal gain",
    sign="both gain",
    paper="Stokman and Van Oosten 1994",
    parameters={"phi": Parameter("share of the deal that is kept", 0.0, 1.0, Triangle(0.5, 0.8, 1.0))},
    roles=("actor", "partner", "issues"),
    changes=("outcome",),
    step=step,
    contrast=contrast,
)
