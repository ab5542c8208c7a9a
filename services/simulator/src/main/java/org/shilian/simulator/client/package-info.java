/**
 * The platform as an enterprise's software sees it: the REST calls, patience with a server that is
 * away, and a few connections that carry events side by side.
 */
@NullMarked
package org.shilian.simulator.client;

import org.jspecify.annotations.NullMarked;
