resource "kubernetes_config_map" "kafka" {
  metadata {
    name = "kafka"
  }
  data = {
    "server.properties" = <<-EOF
      process.roles=broker,controller
      node.id=1
      unclean.leader.election.enable=true
      %{ for i in range(3) ~}
      log.dirs=/tmp/kafka-${i}
      %{ endfor ~}
      min.insync.replicas=1
    EOF

    "application.yml" = <<EOF
spring:
  kafka:
    producer:
      acks: 1
EOF
    "notes.md" = "acks=0\n"
  }
}
