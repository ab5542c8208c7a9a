/**
 * Random histories of a small county, for every test that holds an implementation against the
 * reference.
 */
package org.shilian.chain.history;
