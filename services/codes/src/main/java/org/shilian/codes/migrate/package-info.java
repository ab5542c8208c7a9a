/**
 * From the old bar code to a 2D code (1D → 2D, GM2D): an article list comes in, each article is
 * checked, and what is right is given a code with the product's Digital Link, to stand beside the
 * old bar code until every till reads it.
 */
@NullMarked
package org.shilian.codes.migrate;

import org.jspecify.annotations.NullMarked;
