/**
 * What is known of an order code (订单码): that it was issued, to whom, and what the events say that
 * name it. It is here, beneath the roles, since codes tells it the owner and scan whoever scans the
 * code. docs/adr/0013 says how the codes are made.
 */
@NullMarked
package org.shilian.registry.order;

import org.jspecify.annotations.NullMarked;
