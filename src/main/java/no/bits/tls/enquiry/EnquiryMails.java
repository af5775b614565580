package no.bits.tls.enquiry;

import no.bits.tls.inbox.MailHandler;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The mails that open enquiries: one handler for each topic, a mere question last. */
@Configuration(proxyBeanMethods = false)
class EnquiryMails {

    @Bean
    @Order(520)
    MailHandler registerChangeMail(Enquiries enquiries) {
        return new EnquiryMail(Topic.REGISTER_CHANGE, enquiries);
    }

    @Bean
    @Order(530)
    MailHandler contactListRequestMail(Enquiries enquiries) {
        return new EnquiryMail(Topic.CONTACT_LIST_REQUEST, enquiries);
    }

    @Bean
    @Order(540)
    MailHandler withdrawalMail(Enquiries enquiries) {
        return new EnquiryMail(Topic.WITHDRAWAL, enquiries);
    }

    @Bean
    @Order(590)
    MailHandler questionMail(Enquiries enquiries) {
        return new EnquiryMail(Topic.QUESTION, enquiries);
    }

}
