/**
 * Item codes as more than one role knows them: the keys, as this installation is configured, and
 * what happened to single codes. They are here, beneath the roles, since codes makes serials with
 * the keys and others only check, and since whoever scans a code is told what codes keeps of it.
 */
@NullMarked
package org.shilian.registry.item;

import org.jspecify.annotations.NullMarked;
