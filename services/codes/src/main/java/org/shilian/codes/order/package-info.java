/**
 * Order codes (订单码): GDTIs with a serial that nobody guesses. One is for a delivery, all of whose
 * lines are received with one scan; or it is the seal on a takeaway meal. What is kept is a row for
 * each roll that was issued; what a code is for follows from the events that name it.
 */
@NullMarked
package org.shilian.codes.order;

import org.jspecify.annotations.NullMarked;
