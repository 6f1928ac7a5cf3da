package net.alogins.oo.example;

import java.util.List;
import net.alogins.oo.candidate.Candidate;
import net.alogins.oo.candidate.CandidateSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class TipsApplication {

  public static void main(String[] args) {
    SpringApplication.run(TipsApplication.class, args);
  }

  @Bean
  CandidateSource chores() {
    return context -> List.of(Candidate.of("chores", "1", "Water the plants").minutes(5));
  }
}
