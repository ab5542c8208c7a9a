/**
 * What is known of the number of a box or pallet (SSCC): who numbered it, and the shipments that
 * name it. It is here, beneath the roles, since scan tells it whoever scans the label.
 * docs/adr/0012 says how the numbers are given out.
 */
@NullMarked
package org.shilian.registry.box;

import org.jspecify.annotations.NullMarked;
