/** The real PostgreSQL and the real Redis that tests and the demonstration run on. */
@NullMarked
package fr.ondine.testing.services;

import org.jspecify.annotations.NullMarked;
