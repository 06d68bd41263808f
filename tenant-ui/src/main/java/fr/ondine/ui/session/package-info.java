/** Sessions that outlive a node: Redis keeps who is signed in, the node keeps the page's state. */
@NullMarked
package fr.ondine.ui.session;

import org.jspecify.annotations.NullMarked;
