/**
 * Sets of requests: what a policy set can never allow, what a change gains or loses, which statements do nothing. Start at
 * {@link PolicyAnalyzer}.
 *
 * <p>An {@link Answer} is a proof, a complete request that shows the opposite, or an admission of not knowing with the limit that was
 * met; never a guess. Requests that no statement can tell apart are sorted together and the matchers that decide are asked about one
 * of each kind, so that analysis and evaluation cannot drift apart; every request that is shown was decided by the engine as claimed.
 */
@NullMarked
package io.execward.analyze;

import org.jspecify.annotations.NullMarked;
