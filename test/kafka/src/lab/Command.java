package lab;

import com.fasterxml.jackson.databind.JsonNode;

/** What the client can be asked to do. A request names the class: `{"do": "Send"}` runs `lab.Send`, so a new file is a new command. */
public interface Command {
    /** The answer as Jackson writes it: maps, lists, strings and numbers. */
    Object run(JsonNode args, Lab lab) throws Exception;
}
