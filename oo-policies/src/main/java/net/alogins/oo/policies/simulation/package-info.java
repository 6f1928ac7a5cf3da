/**
 * TipSim: a synthetic world of people who are given tips, to see what a policy learns in it. Every
 * world is made by its seed alone, so that policies can be compared in pairs.
 */
@NullMarked
package net.alogins.oo.policies.simulation;

import org.jspecify.annotations.NullMarked;
