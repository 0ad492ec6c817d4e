resource "aws_mskconnect_worker_configuration" "worker" {
  name                    = "worker"
  properties_file_content = <<EOT
key.converter=org.apache.kafka.connect.storage.StringConverter
value.converter=org.apache.kafka.connect.storage.StringConverter
producer.acks=1
offset.storage.replication.factor=1
EOT
}

resource "aws_mskconnect_connector" "sink" {
  name                 = "sink"
  kafkaconnect_version = "2.7.1"

  connector_configuration = {
    "connector.class"   = "io.lenses.streamreactor.connect.aws.s3.sink.S3SinkConnector"
    "tasks.max"         = "1"
    "topics"            = "orders"
    "errors.tolerance"  = "all"
    "aws.secret.id"     = "not-for-your-eyes"
    "consumer.override.auto.offset.reset" = "latest"
  }
}

resource "confluent_connector" "sink" {
  environment {
    id = confluent_environment.staging.id
  }
  config_sensitive = {
    "aws.access.key.id" = "not-for-your-eyes"
  }
  config_nonsensitive = {
    "topics"           = confluent_kafka_topic.orders.topic_name
    "connector.class"  = "S3_SINK"
    "name"             = "sink"
    "errors.tolerance" = "all"
    "tasks.max"        = "1"
  }
}

resource "kafka-connect_connector" "sqlite-sink" {
  name = "sqlite-sink"
  config = {
    "name"             = "sqlite-sink"
    "connector.class"  = "io.confluent.connect.jdbc.JdbcSinkConnector"
    "tasks.max"        = 1
    "topics"           = "orders"
    "errors.tolerance" = "all"
    "transforms"       = "a"
  }
  config_sensitive = {
    "connection.password" = "hunter2"
  }
}
