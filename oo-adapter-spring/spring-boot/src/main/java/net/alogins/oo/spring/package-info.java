/** oO in a Spring Boot application. */
@NullMarked
package net.alogins.oo.spring;

import org.jspecify.annotations.NullMarked;
