/** The runnable application: the portals of all utilities over the platform's façades. */
@NullMarked
package fr.ondine.ui;

import org.jspecify.annotations.NullMarked;
