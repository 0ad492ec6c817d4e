/*
 * What librdkafka says of configurations, over the standard streams: one question a line, its fields parted by tabs, one answer a line.
 *
 *   table                                    one line `property ...` for each property, then `end`
 *   ask <id> <producer|consumer> <key value ...>   `<id> taken <key value ...>` with all that is in force, or `<id> refused <sentence>`
 *
 * It takes the place of rdkafka_conf.c, which it includes: the table of the properties is visible in that file only.
 */
#include "rdkafka_conf.c"
#include <sys/mman.h>

/* Whether a value is right must not depend on the libraries that were there at build time; the table itself is read-only memory. */
static void support_everything(void) {
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  char *start = (char *)((size_t)rd_kafka_properties / page * page);
  struct rd_kafka_property *prop;
  size_t i;
  if (mprotect(start, (size_t)((char *)rd_kafka_properties - start) + sizeof(rd_kafka_properties), PROT_READ | PROT_WRITE) != 0)
    exit(1);
  for (prop = (struct rd_kafka_property *)rd_kafka_properties; prop->name; prop++) {
    prop->unsupported = NULL;
    for (i = 0; i < RD_ARRAYSIZE(prop->s2i); i++)
      prop->s2i[i].unsupported = NULL;
  }
}

static const char *type_name(const struct rd_kafka_property *prop) {
  switch (prop->type) {
  case _RK_C_STR:
  case _RK_C_KSTR:
    return "string";
  case _RK_C_PATLIST:
    return "patterns";
  case _RK_C_BOOL:
    return "bool";
  case _RK_C_INT:
    return "int";
  case _RK_C_DBL:
    return "double";
  case _RK_C_S2I:
    return "word";
  case _RK_C_S2F:
    return "flags";
  case _RK_C_ALIAS:
    return "alias";
  case _RK_C_INVALID:
    return "refused";
  default:
    return "program";
  }
}

/* name, type, scope as librdkafka's own bits, least, most, default, words `value:word ...` */
static void print_table(void) {
  const struct rd_kafka_property *prop;
  for (prop = rd_kafka_properties; prop->name; prop++) {
    int i;
    printf("property\t%s\t%s\t%d\t", prop->name, type_name(prop), (int)prop->scope);
    if (prop->type == _RK_C_DBL)
      printf("%.15g\t%.15g\t%.15g\t", prop->dmin, prop->dmax, prop->ddef);
    else if (prop->type == _RK_C_INT || prop->type == _RK_C_BOOL || prop->type == _RK_C_S2I || prop->type == _RK_C_S2F)
      printf("%d\t%d\t%d\t", prop->vmin, prop->vmax, prop->vdef);
    else
      printf("\t\t%s\t", prop->sdef ? prop->sdef : "");
    for (i = 0; i < (int)RD_ARRAYSIZE(prop->s2i); i++)
      if (prop->s2i[i].str)
        printf("%s%d:%s", i ? " " : "", prop->s2i[i].val, prop->s2i[i].str);
    printf("\n");
  }
  printf("end\n");
}

static void print_dump(const char **pairs, size_t count) {
  size_t i;
  for (i = 0; i < count; i++)
    printf("\t%s", pairs[i]);
  rd_kafka_conf_dump_free(pairs, count);
}

static void answer(const char *id, const char *type, char *rest) {
  char sentence[512] = "";
  size_t count;
  rd_kafka_conf_t *conf = rd_kafka_conf_new();
  rd_kafka_topic_conf_t *topic_conf;
  rd_kafka_t *client;
  const char *refusal;
  char *key, *value;
  /* silent, and without a broker to be looked for */
  rd_kafka_conf_set_log_cb(conf, NULL);
  while (rest && (key = strsep(&rest, "\t")) && *key) {
    value = rest ? strsep(&rest, "\t") : "";
    if (rd_kafka_conf_set(conf, key, value, sentence, sizeof(sentence)) != RD_KAFKA_CONF_OK) {
      sentence[strcspn(sentence, "\n")] = 0;
      printf("%s\trefused\t%s\n", id, sentence);
      rd_kafka_conf_destroy(conf);
      return;
    }
  }
  client = rd_kafka_new(strcmp(type, "producer") ? RD_KAFKA_CONSUMER : RD_KAFKA_PRODUCER, conf, sentence, sizeof(sentence));
  if (!client) {
    printf("%s\trefused\t%s\n", id, sentence);
    rd_kafka_conf_destroy(conf);
    return;
  }
  /* a topic's configuration is completed, and may be refused, when the first topic is opened */
  topic_conf = rd_kafka_default_topic_conf_dup(client);
  if (!topic_conf)
    topic_conf = rd_kafka_topic_conf_new();
  refusal = rd_kafka_topic_conf_finalize(client->rk_type, &client->rk_conf, topic_conf);
  if (refusal)
    printf("%s\trefused\t%s", id, refusal);
  else {
    const char **pairs = rd_kafka_conf_dump((rd_kafka_conf_t *)rd_kafka_conf(client), &count);
    printf("%s\ttaken", id);
    print_dump(pairs, count);
    pairs = rd_kafka_topic_conf_dump(topic_conf, &count);
    print_dump(pairs, count);
  }
  rd_kafka_topic_conf_destroy(topic_conf);
  printf("\n");
  rd_kafka_destroy_flags(client, RD_KAFKA_DESTROY_F_IMMEDIATE | RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE);
}

int main(void) {
  char *line = NULL;
  size_t size = 0;
  support_everything();
  while (getline(&line, &size, stdin) > 0) {
    char *rest = line;
    char *word;
    line[strcspn(line, "\n")] = 0;
    word = strsep(&rest, "\t");
    if (!strcmp(word, "table"))
      print_table();
    else if (!strcmp(word, "ask") && rest) {
      char *id = strsep(&rest, "\t");
      char *type = strsep(&rest, "\t");
      answer(id, type ? type : "", rest);
    }
    fflush(stdout);
  }
  free(line);
  return 0;
}
