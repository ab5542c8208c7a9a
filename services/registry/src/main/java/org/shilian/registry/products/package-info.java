/** Products and the categories of food they belong to: registering, changing and listing them. */
@NullMarked
package org.shilian.registry.products;

import org.jspecify.annotations.NullMarked;
