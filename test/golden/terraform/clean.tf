resource "aws_msk_configuration" "events" {
  name              = "events"
  kafka_versions    = ["3.6.0", "3.5.1"]
  server_properties = <<PROPERTIES
auto.create.topics.enable=false
default.replication.factor=3
min.insync.replicas=2
unclean.leader.election.enable=false
PROPERTIES
}

resource "aws_msk_configuration" "elsewhere" {
  server_properties = file("${path.module}/server.properties")
}

resource "kafka_topic" "good" {
  name               = "good"
  replication_factor = 3
  partitions         = 6
  config = {
    "min.insync.replicas" = "2"
  }
}

resource "kafka_topic" "all_elsewhere" {
  replication_factor = 3
  config             = var.config
}

resource "aws_instance" "kafka" {
  ami  = "ami-1"
  user_data = <<-EOF
    #!/bin/sh
    echo acks=0
  EOF
}
