/**
 * How people who work here prove who they are: passwords, codes that change, recovery codes; and what passwords of anybody
 * are hashed by. Who they are is others' matter.
 */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy"})
@NullMarked
package fr.ondine.platform.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
