resource "kafka_topic" "open" {
  name               = "open
  replication_factor = 1
  config = {
    "min.insync.replicas" = "1"
    "cleanup.policy" =
    half

resource "kafka_topic" "next" {
  name               = "next"
  replication_factor = 2
  config = { "min.insync.replicas" = "2", }
}
}

resource "aws_msk_configuration" "never" {
  server_properties = <<PROPERTIES
unclean.leader.election.enable=true
}
