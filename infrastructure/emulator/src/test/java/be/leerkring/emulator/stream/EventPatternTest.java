package be.leerkring.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPatternTest {

    private static final String RECORD = """
            {"eventName":"INSERT","dynamodb":{"Keys":{"pk":{"S":"MAIL#1"},"sk":{"S":"MAIL"}},
             "NewImage":{"kind":{"S":"confirmation"},"urgent":{"BOOL":true},"tags":{"SS":["red","green"]}}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {
            "{}",
            "{'eventName':['INSERT']}",
            "{'eventName':['MODIFY','INSERT'],'dynamodb':{'Keys':{'pk':{'S':[{'prefix':'MAIL#'}]}}}}",
            "{'dynamodb':{'Keys':{'pk':{'S':[{'suffix':'#1'}]}}}}",
            "{'dynamodb':{'NewImage':{'urgent':{'BOOL':[true]}}}}",
            "{'dynamodb':{'NewImage':{'tags':{'SS':['green']}}}}",
            "{'dynamodb':{'NewImage':{'kind':{'S':[{'exists':true}]}}}}",
            "{'dynamodb':{'NewImage':{'sent':{'S':[{'exists':false}]}}}}",
            "{'dynamodb':{'NewImage':{'kind':{'S':[{'anything-but':'offer'}]}}}}",
            "{'dynamodb':{'NewImage':{'kind':{'S':[{'anything-but':['offer','reminder']}]}}}}",
            "{'dynamodb':{'NewImage':{'kind':{'S':[{'anything-but':{'prefix':'offer'}}]}}}}",
            "{'dynamodb':{'NewImage':{'kind':{'S':[{'equals-ignore-case':'CONFIRMATION'}]}}}}"
    })
    void aRecordOfThatShapePasses(String pattern) throws JsonProcessingException {
        assertThat(matches(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'eventName':['REMOVE']}",
            "{'eventName':['INSERT'],'dynamodb':{'Keys':{'pk':{'S':[{'prefix':'LINK#'}]}}}}",
            "{'dynamodb':{'NewImage':{'urgent':{'BOOL':['true']}}}}",
            "{'dynamodb':{'NewImage':{'kind':{'S':[{'exists':false}]}}}}",
            "{'dynamodb':{'OldImage':{'kind':{'S':[{'exists':true}]}}}}",
            "{'dynamodb':{'NewImage':{'kind':{'S':[{'anything-but':['confirmation']}]}}}}",
            "{'dynamodb':{'NewImage':{'absent':{'S':[{'anything-but':['confirmation']}]}}}}"
    })
    void aRecordOfAnotherShapeDoesNot(String pattern) throws JsonProcessingException {
        assertThat(matches(pattern)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "nothing",
            "{'eventName':'INSERT'}",
            "{'dynamodb':{'SizeBytes':[{'numeric':['>',100]}]}}",
            "{'eventName':[{'prefix':'I','suffix':'T'}]}"
    })
    void aPatternThatIsNotUnderstoodIsRefused(String pattern) {
        assertThatThrownBy(() -> EventPattern.parse(json(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("filter pattern");
    }

    @Test
    void theWholePatternHasToMatch() throws JsonProcessingException {
        assertThat(matches("{'eventName':['INSERT'],'dynamodb':{'NewImage':{'kind':{'S':['offer']}}}}")).isFalse();
    }

    private static boolean matches(String pattern) throws JsonProcessingException {
        return EventPattern.parse(json(pattern)).matches(RecordDocument.JSON.readTree(RECORD));
    }

    private static String json(String pattern) {
        return pattern.replace('\'', '"');
    }
}
