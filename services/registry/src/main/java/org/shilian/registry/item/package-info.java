/**
 * The keys of item codes as this installation is configured. They are here, beneath the roles,
 * since codes makes serials with them and others only check.
 */
@NullMarked
package org.shilian.registry.item;

import org.jspecify.annotations.NullMarked;
