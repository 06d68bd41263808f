package fr.ondine.ui.shell;

import fr.ondine.platform.kernel.Volume;

/** A bar of a chart: its name under it, in two lines ("S1 25"), its name in the table ("Du 1er janvier au …"), its value. */
public record Bar(String shortName, String name, Volume value) {}
