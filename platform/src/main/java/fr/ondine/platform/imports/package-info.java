/** Brings the data of a utility's billing software in: streamed, checked, all or nothing (docs/import-format.md). */
@ApplicationModule
@NullMarked
package fr.ondine.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
