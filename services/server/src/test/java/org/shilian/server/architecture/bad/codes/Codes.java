package org.shilian.server.architecture.bad.codes;

/** What a class of another role must not see. */
public class Codes {}
