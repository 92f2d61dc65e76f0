package org.apache.james.events;

/** James' own contract, for tests outside its package. */
public interface DeadLettersContract extends EventDeadLettersContract.AllContracts {
    Group ONE_GROUP = GROUP_A;
    Group OTHER_GROUP = GROUP_B;
    Event ONE_EVENT = EVENT_1;
    Event OTHER_EVENT = EVENT_2;
    Event THIRD_EVENT = EVENT_3;

    /** Knows the events of the contract. */
    static EventSerializer serializer() {
        return new EventBusTestFixture.TestEventSerializer();
    }
}
