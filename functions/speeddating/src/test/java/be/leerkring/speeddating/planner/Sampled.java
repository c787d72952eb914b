package be.leerkring.speeddating.planner;

import be.leerkring.testing.Proof;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Tries a property on a part of its networks, always the same, so that whoever changes something else
 * sees no other outcome. With the system property {@code leerkring.proof} at {@code full} all of them
 * are tried, of a fresh seed.
 */
final class Sampled implements AroundPropertyHook {

    private static final int PART = 50;

    /** How many of so many networks to try. */
    static int of(int tries) {
        return Proof.of(Math.ceilDiv(tries, PART), tries);
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().tries().ifPresent(tries -> context.attributes().setTries(of(tries)));
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public int aroundPropertyProximity() {
        return -100;
    }
}
