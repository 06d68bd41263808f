/** The demonstration: the unchanged application with services, simulators and data around it. */
@NullMarked
package fr.ondine.demo;

import org.jspecify.annotations.NullMarked;
